package no.opptrapping.grant.allocation.runs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.AdoptedAllocation;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Continued;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.framework.AdoptedFramework;
import no.opptrapping.grant.framework.AdoptedFrameworkRow;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What an adopted run hands over to the rooms that make awards and framework allocations of it. */
final class Handover {
    private final AllocationRun run;
    private final RunInputs inputs;
    private final Pots.Result.Allocated result;
    private final AllocationRun.Adoption adoption;
    private final RunParameters parameters;
    private final Map<String, MunicipalityId> municipalities;
    private final Map<String, RunInputs.Application> applications;
    private final List<RunInputs.Commitment> commitments;

    Handover(AllocationRun run, RunInputs inputs, Pots.Result.Allocated result, AllocationRun.Adoption adoption) {
        this.run = run;
        this.inputs = inputs;
        this.result = result;
        this.adoption = adoption;
        this.parameters = inputs.parameters();
        this.commitments = inputs.promised();
        this.municipalities = inputs.municipalities().stream()
                .collect(Collectors.toMap(RunInputs.Municipality::number, one -> id(one.id())));
        this.applications =
                inputs.applications().stream().collect(Collectors.toMap(RunInputs.Application::reference, one -> one));
    }

    /** What an adopted run handed over. */
    static Handover of(ComputedRun computed) {
        return new Handover(
                computed.run(),
                computed.inputs(),
                computed.result(),
                computed.run().adoption().orElseThrow());
    }

    AllocationRun run() {
        return run;
    }

    RunInputs inputs() {
        return inputs;
    }

    /** What the run's pots are called. */
    Set<String> potNames() {
        return parameters.pots().stream().map(RunParameters.Pot::name).collect(Collectors.toSet());
    }

    AllocationRun.Adoption adoption() {
        return adoption;
    }

    Optional<PotModel.Incorporation> incorporation() {
        return parameters.pots().stream()
                .flatMap(pot -> pot.model().step().stream())
                .findFirst();
    }

    ComputedRun computed() {
        return ComputedRun.of(run, inputs, result);
    }

    AdoptedAllocation awards(AmountReasons reasons) {
        var amounts = Stream.concat(
                        commitments.stream().map(Handover::kept),
                        divided(reasons).stream().map(PotAmount::amount))
                .toList();
        return new AdoptedAllocation(
                run.id().value(),
                run.scheme(),
                schemeVersion(),
                run.year(),
                LocalDate.parse(parameters.structureDate()),
                adoption.by(),
                adoption.at(),
                amounts,
                parameters.office());
    }

    private int schemeVersion() {
        return run.schemeVersion().orElseThrow(() -> new IllegalStateException("Under no rules: " + run.id()));
    }

    /** The parts of calls that the run divides by, each once. */
    List<CallPart> parts() {
        return parameters.parts();
    }

    /** What each application of the call gets. */
    Map<ApplicationId, Kroner> decisions(CallId call) {
        var decisions = new HashMap<ApplicationId, Kroner>();
        result.pots().stream()
                .flatMap(pot -> pot.division().lines().stream())
                .forEach(line -> application(line)
                        .filter(application -> application.call().equals(call.toString()))
                        .ifPresent(application -> decisions.put(idOf(application), line.amount())));
        return decisions;
    }

    /** What each application is worth by the run, whether or not the money reached it. */
    Map<ApplicationId, Kroner> due() {
        var due = new HashMap<ApplicationId, Kroner>();
        for (var one : computed().lines()) {
            if (!one.applied().isEmpty()) {
                application(one.line())
                        .ifPresent(application -> due.put(
                                idOf(application),
                                Kroner.sum(one.applied().stream()
                                        .map(ApplicationLine::assessed)
                                        .toList())));
            }
        }
        return due;
    }

    /** An amount, and the name of the pot that it comes of. */
    record PotAmount(String pot, AdoptedAmount amount) {}

    /** What is divided, by municipality number, then pot: the order in which the awards are made. */
    List<PotAmount> divided(AmountReasons why) {
        var computed = computed();
        return computed.lines().stream()
                .map(one -> new PotAmount(one.pot().name(), amount(one.line(), why.of(computed, one))))
                .toList();
    }

    /** What each application of the call asked for. */
    Map<ApplicationId, Kroner> asked(CallId call) {
        return applications.values().stream()
                .filter(application -> application.call().equals(call.toString()))
                .collect(Collectors.toMap(Handover::idOf, application -> Kroner.of(application.asked())));
    }

    AdoptedFramework framework(PotModel.Incorporation model, Optional<AdoptedFramework.Correction> correction) {
        var rows = new ArrayList<AdoptedFrameworkRow>();
        for (var pot : result.pots()) {
            for (var line : pot.division().lines()) {
                if (line instanceof FrameworkLine framework) {
                    framework.step().ifPresent(step -> rows.add(row(framework, step)));
                }
            }
        }
        return new AdoptedFramework(
                run.id().value(),
                run.scheme(),
                schemeVersion(),
                new SchemeId(UUID.fromString(model.fromScheme())),
                run.year(),
                adoption.by(),
                adoption.at(),
                rows,
                correction);
    }

    private AdoptedFrameworkRow row(FrameworkLine line, Incorporation.Step step) {
        return new AdoptedFrameworkRow(
                municipality(line),
                line.recipient().number(),
                step.before(),
                step.framework(),
                PotLine.easing(step),
                step.after());
    }

    private AdoptedAmount amount(Division.Line line, List<LocalisedText> reasons) {
        var application = application(line);
        return new AdoptedAmount(
                application.map(one -> id(one.municipality())).orElseGet(() -> municipality(line)),
                line.recipient().number(),
                application.map(Handover::idOf),
                application.map(one -> new CallId(UUID.fromString(one.call()))),
                line.amount(),
                application
                        .map(one -> RunInputs.awarded(one.participants(), line.amount()))
                        .orElseGet(List::of),
                Optional.empty(),
                reasons);
    }

    /** What an earlier award promised of this year becomes an award of its own. */
    private static AdoptedAmount kept(RunInputs.Commitment commitment) {
        var amount = Kroner.of(commitment.amount());
        return new AdoptedAmount(
                id(commitment.municipality()),
                new MunicipalityNumber(commitment.number()),
                Optional.empty(),
                Optional.empty(),
                amount,
                RunInputs.awarded(commitment.participants(), amount),
                Optional.of(new Continued(new AwardId(UUID.fromString(commitment.award())), commitment.reference())));
    }

    private Optional<RunInputs.Application> application(Division.Line line) {
        return Optional.ofNullable(applications.get(line.recipient().reference()));
    }

    private MunicipalityId municipality(Division.Line line) {
        return Optional.ofNullable(municipalities.get(line.recipient().number().value()))
                .orElseThrow(() -> new IllegalStateException("Not in the run's structure: " + line.recipient()));
    }

    private static ApplicationId idOf(RunInputs.Application application) {
        return new ApplicationId(UUID.fromString(application.id()));
    }

    private static MunicipalityId id(String text) {
        return new MunicipalityId(UUID.fromString(text));
    }
}
