package no.opptrapping.grant.allocation.explanations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AmountReasons;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Explains (<i>begrunner</i>) what a municipality gets of a run, as figures and in words. */
@ApplicationScoped
public class ExplainAllocation implements AmountReasons {
    private final Wording wording;
    private final Sentences sentences;
    private final CriteriaSteps criteria;
    private final ClaimSteps claims;
    private final FrameworkSteps framework;
    private final PositionSteps positions;
    private final ActivitySteps activity;
    private final CeilingSteps ceilings;

    public ExplainAllocation(Texts texts) {
        this.wording = new Wording(texts);
        this.sentences = new Sentences(wording);
        this.criteria = new CriteriaSteps(wording);
        this.claims = new ClaimSteps(wording);
        this.framework = new FrameworkSteps(wording);
        this.positions = new PositionSteps(wording);
        this.activity = new ActivitySteps(wording);
        this.ceilings = new CeilingSteps(wording);
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

    /** Only what the division itself gives the municipality: nothing of awards, its own of earlier years or others'. */
    public Optional<Explanation> explainDivision(ComputedRun run, MunicipalityNumber number) {
        var parts = new ArrayList<Explanation.Part>();
        run.lines().stream()
                .filter(one -> one.line().recipient().number().equals(number))
                .map(one -> part(run, one))
                .forEach(parts::add);
        parts.addAll(new ApplicantParts(run, number, wording).exclusions());
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

    @Override
    public List<LocalisedText> of(ComputedRun run, PotLine line) {
        return switch (line) {
            case PotLine.OfCriteria of -> sentences.of(run, of);
            case PotLine.OfApplication of -> sentences.of(run, of);
            case PotLine.OfFramework of -> sentences.of(run, of);
            case PotLine.OfPositions of -> sentences.of(run, of);
            case PotLine.OfActivity of -> sentences.of(run, of);
            case PotLine.OfCeiling of -> sentences.of(run, of);
        };
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

    private Explanation.Part part(ComputedRun run, PotLine one) {
        return switch (one) {
            case PotLine.OfCriteria of ->
                part(
                        run,
                        of,
                        "objective",
                        of.division().budget(),
                        criteria.lines(run, of),
                        new Basis().with(CriteriaSteps.basis(of)),
                        sentences.of(run, of));
            case PotLine.OfApplication of ->
                part(
                        run,
                        of,
                        "application",
                        of.division().budget(),
                        claims.lines(run, of),
                        new Basis().with(ClaimSteps.basis(run, of)),
                        sentences.of(run, of));
            case PotLine.OfCeiling of ->
                part(
                        run,
                        of,
                        "ceiling",
                        of.division().budget(),
                        ceilings.lines(run, of),
                        new Basis().with(CeilingSteps.basis(of)),
                        sentences.of(run, of));
            case PotLine.OfFramework of ->
                part(
                        run,
                        of,
                        of.model().isPresent() ? "incorporation" : "framework",
                        of.division().byKey(),
                        framework.lines(run, of),
                        new Basis()
                                .with(FrameworkSteps.byKey(of.line()))
                                .with(
                                        FrameworkSteps.parts(of),
                                        of.line()
                                                .step()
                                                .filter(_ -> of.model().isPresent())
                                                .map(step -> FrameworkSteps.step(of, step))),
                        sentences.of(run, of));
            case PotLine.OfPositions of ->
                part(
                        run,
                        of,
                        "position",
                        of.division().budget(),
                        positions.lines(run, of),
                        new Basis().with(PositionSteps.basis(run, of)),
                        sentences.of(run, of));
            case PotLine.OfActivity of ->
                part(
                        run,
                        of,
                        "activity",
                        of.division().budget(),
                        activity.lines(run, of),
                        new Basis().with(ActivitySteps.basis(of)),
                        sentences.of(run, of));
        };
    }

    /** What an amount rests on, of which each model has its own. */
    private record Basis(
            Explanation.@Nullable ByKey byKey,
            Explanation.@Nullable ByApplication byApplication,
            Explanation.@Nullable ByPosition byPosition,
            Explanation.@Nullable ByActivity byActivity,
            Explanation.@Nullable ByCeiling byCeiling,
            Explanation.@Nullable Framework framework,
            Explanation.@Nullable Step step) {
        Basis() {
            this(null, null, null, null, null, null, null);
        }

        Basis with(Explanation.ByKey key) {
            return new Basis(key, byApplication, byPosition, byActivity, byCeiling, framework, step);
        }

        Basis with(Explanation.ByApplication application) {
            return new Basis(byKey, application, byPosition, byActivity, byCeiling, framework, step);
        }

        Basis with(Explanation.ByPosition positions) {
            return new Basis(byKey, byApplication, positions, byActivity, byCeiling, framework, step);
        }

        Basis with(Explanation.ByActivity activity) {
            return new Basis(byKey, byApplication, byPosition, activity, byCeiling, framework, step);
        }

        Basis with(Explanation.Framework parts, Optional<Explanation.Step> incorporation) {
            return new Basis(
                    byKey, byApplication, byPosition, byActivity, byCeiling, parts, incorporation.orElse(null));
        }

        Basis with(Explanation.ByCeiling ceiling) {
            return new Basis(byKey, byApplication, byPosition, byActivity, ceiling, framework, step);
        }
    }

    private static Explanation.Part part(
            ComputedRun run,
            PotLine one,
            String kind,
            Kroner budget,
            List<Explanation.Line> steps,
            Basis basis,
            List<LocalisedText> sentences) {
        return new Explanation.Part(
                one.pot().name(),
                kind,
                budget,
                run.inputs().parameters().unit(),
                one.line().amount(),
                steps,
                basis.byKey(),
                basis.byApplication(),
                basis.byPosition(),
                basis.byActivity(),
                basis.byCeiling(),
                basis.framework(),
                basis.step(),
                sentences);
    }
}
