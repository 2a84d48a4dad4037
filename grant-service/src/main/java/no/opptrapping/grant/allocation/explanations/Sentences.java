package no.opptrapping.grant.allocation.explanations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.WholeGrant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/** Two sentences about an amount that a council politician understands, in three languages. */
final class Sentences {
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Wording wording;

    Sentences(Wording wording) {
        this.wording = wording;
    }

    List<LocalisedText> of(ComputedRun run, PotLine.OfCriteria one) {
        var line = one.line();
        var arguments = arguments(run, one);
        arguments.put("share", line.share().times(HUNDRED).rounded(4));
        arguments.put("criteria", line.parts().size());
        arguments.put("byKey", wholeKroner(line.byKeyInOre()));
        arguments.put("limits", wholeKroner(line.limitsInOre()));
        arguments.put("floor", line.floor());
        arguments.put("cap", line.cap().orElse(Kroner.ZERO));
        var second = switch (line.bound()) {
            case FLOOR -> "allocation.explained.objective.floor";
            case CAP -> "allocation.explained.objective.cap";
            case NONE ->
                line.limitsInOre() != 0
                        ? "allocation.explained.objective.adjusted"
                        : line.need().isPresent()
                                ? "allocation.explained.objective.indices"
                                : "allocation.explained.objective.key";
        };
        return List.of(
                wording.text("allocation.explained.objective.first", arguments), wording.text(second, arguments));
    }

    List<LocalisedText> of(ComputedRun run, PotLine.OfApplication one) {
        var line = one.line();
        var arguments = arguments(run, one);
        arguments.put("reference", line.recipient().reference());
        arguments.put("assessed", line.assessed());
        arguments.put("smallestUseful", line.smallestUseful());
        arguments.put("place", line.place().orElse(0));
        return List.of(
                wording.text("allocation.explained.application.first", arguments),
                wording.text("allocation.explained.application." + ClaimSteps.code(line.reason()), arguments));
    }

    List<LocalisedText> of(ComputedRun run, PotLine.OfPositions one) {
        var line = one.line();
        var arguments = arguments(run, one);
        arguments.put("due", Kroner.sum(line.due()));
        arguments.put("earlier", line.earlier().map(ApplicationLine::amount).orElse(Kroner.ZERO));
        arguments.put(
                "earlierDue", line.earlier().map(ApplicationLine::assessed).orElse(Kroner.ZERO));
        arguments.put("fresh", line.newPositions().map(ApplicationLine::amount).orElse(Kroner.ZERO));
        arguments.put(
                "freshDue", line.newPositions().map(ApplicationLine::assessed).orElse(Kroner.ZERO));
        return List.of(
                wording.text("allocation.explained.position.first", arguments),
                wording.text("allocation.explained.position.second", arguments));
    }

    List<LocalisedText> of(ComputedRun run, PotLine.OfActivity one) {
        var line = one.line();
        var arguments = arguments(run, one);
        arguments.put("units", line.units().value());
        arguments.put("unitPrice", new BigDecimal(one.model().unitPrice()));
        arguments.put("ownShare", new BigDecimal(one.model().ownShare()));
        arguments.put("claim", line.claim());
        var second =
                line.approved() ? "allocation.explained.activity.second" : "allocation.explained.activity.not-approved";
        return List.of(wording.text("allocation.explained.activity.first", arguments), wording.text(second, arguments));
    }

    List<LocalisedText> of(ComputedRun run, PotLine.OfCeiling one) {
        var line = one.line();
        var arguments = arguments(run, one);
        arguments.put("reference", line.recipient().reference());
        arguments.put("requested", line.asked());
        arguments.put("ceiling", line.ceiling());
        arguments.put("second", line.second());
        arguments.put("left", one.division().left());
        var second = line.asked().compareTo(line.ceiling()) <= 0
                ? "allocation.explained.ceiling.within"
                : "allocation.explained.ceiling.above";
        var sentences = new ArrayList<LocalisedText>();
        sentences.add(wording.text("allocation.explained.ceiling.first", arguments));
        if (line.isShared()) {
            sentences.add(wording.text("allocation.explained.ceiling.shared", arguments));
        }
        sentences.add(wording.text(second, arguments));
        return sentences;
    }

    List<LocalisedText> of(ComputedRun run, PotLine.OfFramework one) {
        var line = one.line();
        var arguments = arguments(run, one);
        arguments.put("framework", line.framework());
        arguments.put("perInhabitantPart", line.perInhabitantPart());
        arguments.put("equalisation", line.equalisation());
        arguments.put("criteria", line.parts().size());
        arguments.put("needIndex", line.needIndex().orElse(Fraction.ZERO).rounded(4));
        if (line.whole().isPresent()) {
            return whole(one, line.whole().get(), arguments);
        }
        if (line.step().isEmpty()) {
            var second = line.need().isPresent()
                    ? "allocation.explained.framework.indices"
                    : "allocation.explained.framework.second";
            return List.of(
                    wording.text("allocation.explained.framework.first", arguments), wording.text(second, arguments));
        }
        var step = line.step().get();
        arguments.put("before", step.before());
        arguments.put("change", step.change());
        arguments.put("changePerInhabitant", step.changePerInhabitant().rounded(2));
        arguments.put("compensation", step.compensation().rounded(2));
        arguments.put("deduction", step.deduction().rounded(2));
        arguments.put(
                "deductionPerInhabitant",
                one.division().deductionPerInhabitant().rounded(2));
        arguments.put("net", step.net().isNegative() ? step.net().negated() : step.net());
        var kind = second(one.incorporation(), step, arguments);
        return List.of(
                wording.text("allocation.explained.incorporation.first", arguments), wording.text(kind, arguments));
    }

    private List<LocalisedText> whole(PotLine.OfFramework one, WholeGrant.Part part, Map<String, Object> arguments) {
        var line = one.line();
        arguments.put("additions", part.additions());
        arguments.put("rate", part.rate().rounded(2));
        arguments.put("mean", part.mean().rounded(2));
        var texts = new ArrayList<LocalisedText>();
        texts.add(wording.text("allocation.explained.whole.first", arguments));
        texts.add(wording.text("allocation.explained.whole.second", arguments));
        line.step().ifPresent(step -> {
            arguments.put("net", step.net());
            texts.add(wording.text("allocation.explained.whole.guarantee", arguments));
        });
        part.incorporated().ifPresent(kroner -> {
            arguments.put("incorporated", kroner);
            arguments.put(
                    "percent",
                    WholeSteps.ofFramework(kroner, line.framework())
                            .orElse(Fraction.ZERO)
                            .times(HUNDRED)
                            .rounded(2));
            texts.add(wording.text("allocation.explained.whole.incorporated", arguments));
        });
        return texts;
    }

    private static String second(PotModel.Incorporation model, Incorporation.Step step, Map<String, Object> arguments) {
        arguments.put("fromYear", model.fromYear());
        if (model.phaseIn() != null) {
            arguments.put("phaseYear", model.phaseIn().year());
            arguments.put("phaseYears", model.phaseIn().years());
            return "allocation.explained.incorporation.phase-in";
        }
        if (model.guarantee() == null) {
            return "allocation.explained.incorporation.at-once";
        }
        arguments.put("threshold", new BigDecimal(model.guarantee().threshold()));
        return switch (step.direction()) {
            case RECEIVES -> "allocation.explained.incorporation.receives";
            case PAYS ->
                step.compensation().signum() > 0
                        ? "allocation.explained.incorporation.pays-more"
                        : "allocation.explained.incorporation.pays";
            case NEITHER -> "allocation.explained.incorporation.neither";
        };
    }

    private static Map<String, Object> arguments(ComputedRun run, PotLine one) {
        var arguments = new HashMap<String, Object>();
        var municipality = run.municipality(one.line().recipient().number());
        arguments.put(
                "name",
                municipality
                        .map(RunInputs.Municipality::name)
                        .orElse(one.line().recipient().toString()));
        arguments.put("amount", one.line().amount());
        arguments.put("budget", one.division().budget());
        arguments.put("count", one.division().lines().size());
        arguments.put("unit", Kroner.of(run.inputs().parameters().unit()));
        arguments.put("year", run.run().year().getValue());
        arguments.put(
                "perInhabitant",
                municipality
                        .flatMap(known -> perInhabitant(one.line().amount(), known))
                        .orElse(BigDecimal.ZERO));
        return arguments;
    }

    /** The amount per inhabitant with two decimals, where the inhabitants are known. */
    private static Optional<BigDecimal> perInhabitant(Kroner amount, RunInputs.Municipality municipality) {
        return Optional.ofNullable(municipality.inhabitants())
                .map(Decimal::of)
                .filter(Decimal::isPositive)
                .map(inhabitants -> Fraction.of(amount.value())
                        .over(inhabitants.toFraction())
                        .rounded(2));
    }

    /** For reading; the table beside the sentences has the øre. */
    private static BigDecimal wholeKroner(long ore) {
        return BigDecimal.valueOf(ore, 2).setScale(0, RoundingMode.HALF_UP);
    }
}
