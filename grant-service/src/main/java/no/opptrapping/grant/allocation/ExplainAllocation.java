package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.CriterionPart;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.NeedPart;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;
import org.jspecify.annotations.Nullable;

/** Explains (<i>begrunner</i>) what a municipality gets of a run, as figures and in words. */
@ApplicationScoped
public class ExplainAllocation {
    private final Wording wording;
    private final Sentences sentences;
    private final ExplanationLines lines;

    public ExplainAllocation(Texts texts) {
        this.wording = new Wording(texts);
        this.sentences = new Sentences(wording);
        this.lines = new ExplanationLines(wording);
    }

    /**
     * The explanation; empty for a municipality that the run has nothing to say about.
     *
     * @param refused applications to the run's calls that it may have given nothing
     */
    public Optional<Explanation> explain(
            ComputedRun run, MunicipalityNumber number, List<AssessedApplications.NotInRun> refused) {
        var others = new ApplicantParts(run, number, wording);
        var parts = new ArrayList<Explanation.Part>();
        run.lines().stream()
                .filter(one -> one.line().recipient().number().equals(number))
                .map(one -> part(run, one))
                .forEach(parts::add);
        parts.addAll(others.commitments());
        parts.addAll(others.participations());
        parts.addAll(others.exclusions());
        parts.addAll(others.refused(refused));
        return of(run, number, parts);
    }

    /** Only what concerns the applications and earlier awards of these references. */
    Optional<Explanation> explainOnly(ComputedRun run, MunicipalityNumber number, Set<String> references) {
        var parts = new ArrayList<Explanation.Part>();
        run.lines().stream()
                .filter(one -> one.line().recipient().number().equals(number)
                        && references.contains(one.line().recipient().reference()))
                .map(one -> part(run, one))
                .forEach(parts::add);
        parts.addAll(new ApplicantParts(run, number, wording).commitments(references));
        return of(run, number, parts);
    }

    private static Optional<Explanation> of(ComputedRun run, MunicipalityNumber number, List<Explanation.Part> parts) {
        var name = run.municipality(number).map(RunInputs.Municipality::name).orElse(number.value());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Explanation(
                        run.run().id(),
                        number,
                        name,
                        Kroner.sum(parts.stream().map(Explanation.Part::amount).toList()),
                        parts));
    }

    /** The calls whose applications the run divides. */
    static List<CallId> calls(ComputedRun run) {
        return run.inputs().parameters().pots().stream()
                .flatMap(pot -> switch (pot.model()) {
                    case RunParameters.Application model -> Stream.of(model.call());
                    case RunParameters.Positions model -> Stream.of(model.call());
                    default -> Stream.<String>empty();
                })
                .map(call -> new CallId(UUID.fromString(call)))
                .toList();
    }

    private Explanation.Part part(ComputedRun run, ComputedRun.PotLine one) {
        return switch (one.line()) {
            case CriteriaLine line ->
                part(
                        run,
                        one,
                        "objective",
                        lines.ofCriteria(run, one, line),
                        new Basis().with(byKey(one, line)),
                        sentences.ofCriteria(run, one, line));
            case ApplicationLine line ->
                part(
                        run,
                        one,
                        "application",
                        lines.ofApplication(run, one, line),
                        new Basis().with(byApplication(run, one, line)),
                        sentences.ofApplication(run, one, line));
            case FrameworkLine line ->
                part(
                        run,
                        one,
                        line.step().isPresent() ? "incorporation" : "framework",
                        lines.ofFramework(run, one, line),
                        new Basis()
                                .with(byKey(line))
                                .with(framework(line), line.step().map(step -> step(one, step))),
                        sentences.ofFramework(run, one, line));
            case PositionLine line ->
                part(
                        run,
                        one,
                        "position",
                        lines.ofPositions(run, one, line),
                        new Basis().with(byPosition(run, one, line)),
                        sentences.ofPositions(run, one, line));
            case ActivityLine line ->
                part(
                        run,
                        one,
                        "activity",
                        lines.ofActivity(run, one, line),
                        new Basis().with(byActivity(one, line)),
                        sentences.ofActivity(run, one, line));
            default ->
                throw new IllegalStateException(
                        "No run divides by " + one.line().getClass());
        };
    }

    /** What an amount rests on, of which each model has its own. */
    private record Basis(
            Explanation.@Nullable ByKey byKey,
            Explanation.@Nullable ByApplication byApplication,
            Explanation.@Nullable ByPosition byPosition,
            Explanation.@Nullable ByActivity byActivity,
            Explanation.@Nullable Framework framework,
            Explanation.@Nullable Step step) {
        Basis() {
            this(null, null, null, null, null, null);
        }

        Basis with(Explanation.ByKey key) {
            return new Basis(key, byApplication, byPosition, byActivity, framework, step);
        }

        Basis with(Explanation.ByApplication application) {
            return new Basis(byKey, application, byPosition, byActivity, framework, step);
        }

        Basis with(Explanation.ByPosition positions) {
            return new Basis(byKey, byApplication, positions, byActivity, framework, step);
        }

        Basis with(Explanation.ByActivity activity) {
            return new Basis(byKey, byApplication, byPosition, activity, framework, step);
        }

        Basis with(Explanation.Framework parts, Optional<Explanation.Step> incorporation) {
            return new Basis(byKey, byApplication, byPosition, byActivity, parts, incorporation.orElse(null));
        }
    }

    private static Explanation.Part part(
            ComputedRun run,
            ComputedRun.PotLine one,
            String kind,
            List<Explanation.Line> steps,
            Basis basis,
            List<LocalisedText> sentences) {
        return new Explanation.Part(
                one.pot().name(),
                kind,
                one.division() instanceof FrameworkDivision division
                        ? division.byKey()
                        : one.division().budget(),
                run.inputs().parameters().unit(),
                one.line().amount(),
                steps,
                basis.byKey(),
                basis.byApplication(),
                basis.byPosition(),
                basis.byActivity(),
                basis.framework(),
                basis.step(),
                sentences);
    }

    private static Explanation.ByPosition byPosition(ComputedRun run, ComputedRun.PotLine one, PositionLine line) {
        if (!(one.pot().model() instanceof RunParameters.Positions model)) {
            throw new IllegalStateException("Positions without their parameters: " + line.recipient());
        }
        return new Explanation.ByPosition(
                line.due(),
                line.earlier().map(ApplicationLine::assessed).orElse(Kroner.ZERO),
                line.earlier().map(ApplicationLine::amount).orElse(Kroner.ZERO),
                line.newPositions().map(ApplicationLine::assessed).orElse(Kroner.ZERO),
                line.newPositions().map(ApplicationLine::amount).orElse(Kroner.ZERO),
                ExplanationLines.positions(run, model, line));
    }

    private static Explanation.ByActivity byActivity(ComputedRun.PotLine one, ActivityLine line) {
        if (!(one.pot().model() instanceof RunParameters.Activity model)) {
            throw new IllegalStateException("Activity without its parameters: " + line.recipient());
        }
        return new Explanation.ByActivity(
                line.units().toString(),
                model.unitPrice(),
                model.ownShare(),
                line.approved(),
                line.claim(),
                ExplanationLines.claims(one),
                ExplanationLines.unitPriceUsed(one).toPlainString());
    }

    private static Explanation.ByKey byKey(ComputedRun.PotLine one, CriteriaLine line) {
        return new Explanation.ByKey(
                criteria(line.parts()),
                line.need().map(ExplainAllocation::need).orElse(null),
                share(line.share()),
                kroner(line.byKeyInOre()),
                kroner(line.limitsInOre()),
                kroner(line.roundingInOre()),
                line.bound().name().toLowerCase(Locale.ROOT),
                line.floor().isZero() ? null : line.floor(),
                line.cap().orElse(null),
                line.floor().isZero() && line.cap().isEmpty()
                        ? null
                        : ExplanationLines.level(one)
                                .map(BigDecimal::toPlainString)
                                .orElse(null));
    }

    private static Explanation.ByKey byKey(FrameworkLine line) {
        return new Explanation.ByKey(
                criteria(line.parts()),
                line.need().map(ExplainAllocation::need).orElse(null),
                share(line.share()),
                kroner(line.byKeyInOre()),
                kroner(0),
                kroner(line.roundingInOre()),
                "none",
                null,
                null,
                null);
    }

    private static Explanation.Need need(NeedPart part) {
        return new Explanation.Need(
                share(part.index()),
                part.imported(),
                share(part.inhabitants()),
                share(part.needs()),
                share(part.total()),
                share(part.factor()));
    }

    private static List<Explanation.Criterion> criteria(List<CriterionPart> parts) {
        return parts.stream()
                .map(part -> {
                    var slash = part.indicator().lastIndexOf('/');
                    return new Explanation.Criterion(
                            part.indicator().substring(0, slash),
                            Integer.parseInt(part.indicator().substring(slash + 1)),
                            part.value().toPlainString(),
                            part.total().toPlainString(),
                            share(part.share()),
                            part.weight().toString(),
                            share(part.weightUsed()),
                            kroner(part.contributionInOre()));
                })
                .toList();
    }

    private static Explanation.ByApplication byApplication(
            ComputedRun run, ComputedRun.PotLine one, ApplicationLine line) {
        var all = one.division().lines().stream()
                .filter(ApplicationLine.class::isInstance)
                .map(ApplicationLine.class::cast)
                .toList();
        return new Explanation.ByApplication(
                run.application(line).map(RunInputs.Application::reference).orElse(""),
                line.assessed(),
                line.smallestUseful(),
                line.place().orElse(null),
                line.share().map(ExplainAllocation::share).orElse(null),
                line.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                line.share()
                        .flatMap(_ -> ExplanationLines.levelOf(all))
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                run.application(line)
                        .filter(application -> application.participants().size() > 1)
                        .map(application -> participants(application, line.amount()))
                        .orElse(null));
    }

    private static List<Explanation.Participant> participants(RunInputs.Application application, Kroner amount) {
        var shares = RunInputs.shares(application.participants(), amount);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Explanation.Participant(
                        new MunicipalityNumber(application.participants().get(i).number()), shares.get(i)))
                .toList();
    }

    private static Explanation.Framework framework(FrameworkLine line) {
        return new Explanation.Framework(
                new Decimal(line.inhabitants().rounded(12)).toString(),
                line.needIndex().map(index -> index.rounded(6).toPlainString()).orElse(null),
                line.perInhabitantPart(),
                line.equalisation(),
                line.framework());
    }

    private static Explanation.Step step(ComputedRun.PotLine one, Incorporation.Step step) {
        var national = one.division() instanceof FrameworkDivision division
                ? division.nationalChange().orElse(Fraction.ZERO)
                : Fraction.ZERO;
        return new Explanation.Step(
                step.before(),
                step.framework(),
                step.after(),
                step.change(),
                step.changePerInhabitant().rounded(2).toPlainString(),
                national.rounded(2).toPlainString(),
                Ore.of(step.compensationInOre()),
                Ore.of(step.deductionInOre()),
                Ore.of(step.phaseInInOre()),
                Ore.of(step.roundingInOre()),
                step.net(),
                step.direction().name().toLowerCase(Locale.ROOT));
    }

    /** What eased a step, to the øre. */
    public static Easing easing(Incorporation.Step step) {
        return new Easing(
                Ore.of(step.compensationInOre()),
                Ore.of(step.deductionInOre()),
                Ore.of(step.phaseInInOre()),
                Ore.of(step.roundingInOre()));
    }

    static String share(Fraction share) {
        return share.rounded(12).toPlainString();
    }

    static String kroner(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString();
    }

    /** The amount per inhabitant with two decimals, where the inhabitants are known. */
    static Optional<BigDecimal> perInhabitant(Kroner amount, RunInputs.Municipality municipality) {
        return Optional.ofNullable(municipality.inhabitants())
                .map(Decimal::of)
                .filter(Decimal::isPositive)
                .map(inhabitants -> Fraction.of(amount.value())
                        .over(inhabitants.toFraction())
                        .rounded(2));
    }
}
