package no.opptrapping.grant.allocation.explanations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;
import org.jspecify.annotations.Nullable;

/** What the steps of every explanation are made of, and how exact numbers are rounded for display in them. */
final class ExplanationSteps {
    private static final int DECIMALS = 12;

    /** Decimals of what shares are multiplied by, and of a unit price after a cut. */
    static final int LEVEL_DECIMALS = 6;

    private final Wording wording;

    ExplanationSteps(Wording wording) {
        this.wording = wording;
    }

    /** A line whose calculation is {@code allocation.how.<how>}, or that has none. */
    Line line(String code, @Nullable String how, Map<String, ?> arguments, Ore contribution) {
        return new Line(code, wording.text("allocation.line." + code, arguments), how(how, arguments), contribution);
    }

    private @Nullable LocalisedText how(@Nullable String how, Map<String, ?> arguments) {
        return Objects.isNull(how) ? null : wording.text("allocation.how." + how, arguments);
    }

    /** What rounding to the run's unit adds or takes; no line where it changes nothing. */
    List<Line> rounding(ComputedRun run, Ore rounding) {
        var unit = Kroner.of(run.inputs().parameters().unit());
        var label = wording.text(
                unit.value() == 1 ? "allocation.line.rounding-1" : "allocation.line.rounding", Map.of("unit", unit));
        return rounding.isZero() ? List.of() : List.of(new Line("rounding", label, null, rounding));
    }

    /** For a calculation: twelve decimals, without superfluous zeros. */
    static BigDecimal plain(Fraction number) {
        var stripped = number.rounded(DECIMALS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** For a figure: twelve decimals. */
    static String share(Fraction share) {
        return share.rounded(DECIMALS).toPlainString();
    }

    /** Øre as kroner with two decimals. */
    static String kroner(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString();
    }

    /** The exact kroner to the øre. */
    static Ore ore(Fraction kroner) {
        return Ore.of(kroner.rounded(2).unscaledValue().longValueExact());
    }
}
