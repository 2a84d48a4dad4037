package no.opptrapping.grant.allocation.explanations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityDivision;
import no.opptrapping.grant.allocation.engine.Amounts;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.ByCriteria;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionDivision;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.explanations.Explanation.Part;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.grant.assessment.AssessedApplications.NotInRun;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;

/** The parts of an explanation that are no line of the division: promises, shares in others' awards, and refusals. */
final class ApplicantParts {
    private final ComputedRun run;
    private final MunicipalityNumber number;
    private final Wording wording;
    private final ExplanationSteps lines;

    ApplicantParts(ComputedRun run, MunicipalityNumber number, Wording wording) {
        this.run = run;
        this.number = number;
        this.wording = wording;
        this.lines = new ExplanationSteps(wording);
    }

    /** What earlier awards promised of the year, which the run keeps. */
    List<Part> commitments() {
        return commitments(run.inputs().promised().stream()
                .map(RunInputs.Commitment::reference)
                .collect(Collectors.toSet()));
    }

    /** Only those of awards with these references. */
    List<Part> commitments(Set<String> references) {
        return run.inputs().promised().stream()
                .filter(one -> one.number().equals(number.value()) && references.contains(one.reference()))
                .map(one -> part(
                        wording.text("allocation.part.commitment", Map.of()).nb(),
                        "commitment",
                        run.inputs().committed(),
                        Kroner.of(one.amount()),
                        List.of(lines.line(
                                "commitment",
                                null,
                                Map.of("reference", one.reference()),
                                Ore.of(Kroner.of(one.amount())))),
                        List.of(wording.text(
                                "allocation.explained.commitment",
                                Map.of("reference", one.reference(), "amount", Kroner.of(one.amount()))))))
                .toList();
    }

    /** What the municipality has of awards for joint applications that others host. */
    List<Part> participations() {
        var found = new ArrayList<Part>();
        for (var one : run.lines()) {
            run.application(one.line())
                    .filter(application -> !one.line().recipient().number().equals(number))
                    .ifPresent(application -> application.participants().stream()
                            .filter(this::isMe)
                            .findFirst()
                            .ifPresent(mine -> found.add(participation(one, application, mine))));
        }
        for (var one : run.inputs().promised()) {
            if (!one.number().equals(number.value())) {
                one.participants().stream()
                        .filter(this::isMe)
                        .findFirst()
                        .ifPresent(mine -> found.add(shared(
                                wording.text("allocation.part.commitment", Map.of())
                                        .nb(),
                                run.inputs().committed(),
                                one.reference(),
                                one.number(),
                                Kroner.of(one.amount()),
                                RunInputs.shares(one.participants(), Kroner.of(one.amount()))
                                        .get(one.participants().indexOf(mine)),
                                mine,
                                one.participants())));
            }
        }
        return found;
    }

    private Part participation(PotLine one, RunInputs.Application application, RunInputs.Participant mine) {
        var amount = one.line().amount();
        return shared(
                one.pot().name(),
                one.division().budget(),
                application.reference(),
                application.number(),
                amount,
                RunInputs.shares(application.participants(), amount)
                        .get(application.participants().indexOf(mine)),
                mine,
                application.participants());
    }

    private Part shared(
            String pot,
            Kroner budget,
            String reference,
            String host,
            Kroner total,
            Kroner share,
            RunInputs.Participant mine,
            List<RunInputs.Participant> all) {
        var asked = all.stream().mapToLong(RunInputs.Participant::share).sum();
        var arguments = Map.<String, Object>of(
                "reference",
                reference,
                "host",
                name(host),
                "share",
                Kroner.of(mine.share()),
                "all",
                Kroner.of(asked),
                "total",
                total,
                "amount",
                share);
        return part(
                pot,
                "participation",
                budget,
                share,
                List.of(
                        lines.line("joint-award", null, arguments, Ore.of(total)),
                        lines.line("others-shares", "others-shares", arguments, Ore.of(share.minus(total)))),
                List.of(wording.text("allocation.explained.participation", arguments)));
    }

    private boolean isMe(RunInputs.Participant participant) {
        return run.municipality(number)
                .map(RunInputs.Municipality::id)
                .map(participant.municipality()::equals)
                .orElseGet(() -> participant.number().equals(number.value()));
    }

    private String name(String host) {
        return run.municipality(new MunicipalityNumber(host))
                .map(RunInputs.Municipality::name)
                .orElse(host);
    }

    /** Applications to the run's calls that it gives nothing, because they were not recommended or not assessed. */
    List<Part> refused(List<NotInRun> applications) {
        var divided = run.inputs().applications().stream()
                .map(RunInputs.Application::id)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return applications.stream()
                .filter(one -> !divided.contains(one.application().value()))
                .map(this::refused)
                .toList();
    }

    private Part refused(NotInRun one) {
        var kind = one.reasons().isPresent() ? "rejected" : "unassessed";
        var arguments = Map.<String, Object>of(
                "reference",
                one.reference(),
                "asked",
                one.asked(),
                "reasons",
                one.reasons().orElse(""));
        var asked = Ore.of(one.asked());
        return part(
                one.reference(),
                kind,
                Kroner.ZERO,
                Kroner.ZERO,
                List.of(
                        lines.line("asked", null, arguments, asked),
                        lines.line(kind, null, arguments, asked.negated())),
                List.of(wording.text("allocation.explained." + kind, arguments)));
    }

    /** Pots that leave the municipality out because the published need indices lack it. */
    List<Part> exclusions() {
        var me = Recipient.of(number);
        return run.result().pots().stream()
                .filter(pot -> switch (pot.division()) {
                    case ByCriteria division -> division.excluded().contains(me);
                    case FrameworkDivision division -> division.excluded().contains(me);
                    case CeilingDivision division -> division.excluded().contains(me);
                    case ApplicationDivision division -> false;
                    case PositionDivision division -> false;
                    case ActivityDivision division -> false;
                    case Amounts division -> false;
                })
                .map(pot -> part(
                        pot.name(),
                        "excluded",
                        pot.division().budget(),
                        Kroner.ZERO,
                        List.of(lines.line("excluded", null, Map.of(), Ore.ZERO)),
                        List.of(wording.text("allocation.explained.excluded", Map.of("name", name(number.value()))))))
                .toList();
    }

    private Part part(
            String pot, String kind, Kroner budget, Kroner amount, List<Line> steps, List<LocalisedText> sentences) {
        return new Part(
                Objects.requireNonNull(pot),
                kind,
                budget,
                run.inputs().parameters().unit(),
                amount,
                steps,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                sentences);
    }
}
