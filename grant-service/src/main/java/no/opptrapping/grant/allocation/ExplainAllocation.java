package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.CriterionPart;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Explains (<i>begrunner</i>) what a municipality gets of a run, as figures and in words. */
@ApplicationScoped
public class ExplainAllocation {
    private final Sentences sentences;

    public ExplainAllocation(Texts texts) {
        this.sentences = new Sentences(texts);
    }

    /** The explanation; empty for a municipality that is not in the run. */
    public Optional<Explanation> explain(ComputedRun run, MunicipalityNumber number) {
        var parts = run.lines().stream()
                .filter(one -> one.line().recipient().number().equals(number))
                .map(one -> part(run, one))
                .toList();
        return run.municipality(number)
                .filter(municipality -> !parts.isEmpty())
                .map(municipality ->
                        new Explanation(run.run().id(), number, municipality.name(), run.amount(number), parts));
    }

    private Explanation.Part part(ComputedRun run, ComputedRun.PotLine one) {
        return switch (one.line()) {
            case CriteriaLine line ->
                part(run, one, "objective", new Basis().with(byKey(line)), sentences.ofCriteria(run, one, line));
            case ApplicationLine line ->
                part(
                        run,
                        one,
                        "application",
                        new Basis().with(byApplication(run, line)),
                        sentences.ofApplication(run, one, line));
            case FrameworkLine line ->
                part(
                        run,
                        one,
                        line.step().isPresent() ? "incorporation" : "framework",
                        new Basis()
                                .with(byKey(line))
                                .with(framework(line), line.step().map(step -> step(one, step))),
                        sentences.ofFramework(run, one, line));
            case PositionLine line ->
                part(run, one, "position", new Basis().with(byPosition(line)), sentences.ofPositions(run, one, line));
            case ActivityLine line ->
                part(
                        run,
                        one,
                        "activity",
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
            ComputedRun run, ComputedRun.PotLine one, String kind, Basis basis, List<LocalisedText> sentences) {
        return new Explanation.Part(
                one.pot().name(),
                kind,
                one.division().budget(),
                run.inputs().parameters().unit(),
                one.line().amount(),
                basis.byKey(),
                basis.byApplication(),
                basis.byPosition(),
                basis.byActivity(),
                basis.framework(),
                basis.step(),
                sentences);
    }

    private static Explanation.ByPosition byPosition(PositionLine line) {
        return new Explanation.ByPosition(
                line.due(),
                line.earlier().map(ApplicationLine::assessed).orElse(Kroner.ZERO),
                line.earlier().map(ApplicationLine::amount).orElse(Kroner.ZERO),
                line.newPositions().map(ApplicationLine::assessed).orElse(Kroner.ZERO),
                line.newPositions().map(ApplicationLine::amount).orElse(Kroner.ZERO));
    }

    private static Explanation.ByActivity byActivity(ComputedRun.PotLine one, ActivityLine line) {
        if (!(one.pot().model() instanceof RunParameters.Activity model)) {
            throw new IllegalStateException("Activity without its parameters: " + line.recipient());
        }
        return new Explanation.ByActivity(
                line.units().toString(), model.unitPrice(), model.ownShare(), line.approved(), line.claim());
    }

    private static Explanation.ByKey byKey(CriteriaLine line) {
        return new Explanation.ByKey(
                criteria(line.parts()),
                share(line.share()),
                kroner(line.byKeyInOre()),
                kroner(line.limitsInOre()),
                kroner(line.roundingInOre()),
                line.bound().name().toLowerCase(Locale.ROOT),
                line.floor().isZero() ? null : line.floor(),
                line.cap().orElse(null));
    }

    private static Explanation.ByKey byKey(FrameworkLine line) {
        return new Explanation.ByKey(
                criteria(line.parts()),
                share(line.share()),
                kroner(line.byKeyInOre()),
                kroner(0),
                kroner(line.roundingInOre()),
                "none",
                null,
                null);
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
                            kroner(part.contributionInOre()));
                })
                .toList();
    }

    private static Explanation.ByApplication byApplication(ComputedRun run, ApplicationLine line) {
        return new Explanation.ByApplication(
                run.application(line).map(RunInputs.Application::reference).orElse(""),
                line.assessed(),
                line.smallestUseful(),
                line.place().orElse(null),
                line.share().map(ExplainAllocation::share).orElse(null),
                line.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
                step.compensation().rounded(2).toPlainString(),
                step.deduction().rounded(2).toPlainString(),
                step.net(),
                step.direction().name().toLowerCase(Locale.ROOT));
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
