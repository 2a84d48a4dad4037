package no.opptrapping.municipality.conversion.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Given;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Kind;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Named;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be converted. Figures with decimals are converted as whole numbers of the last decimal's unit, so that
 * they are divided as exactly as whole ones.
 *
 * @param command what could be read; empty without the two dates
 * @param decimals of the figure that has most of them
 * @param faults everything that could not be read
 */
record ConversionBody(Optional<Command> command, int decimals, List<BrokenRule> faults) {
    static final int MOST_FIGURES = 1000;
    static final int MOST_JOINT = 100;
    private static final String VALUE = "value";
    private static final String WEIGHT = "weight";
    private static final int MOST_DECIMALS = 6;
    /** As many of these as there may be figures add up to no more than a long holds. */
    private static final long MOST_UNITS = 8_000_000_000_000_000L;

    /** A figure as it was written. */
    private record Written(List<Named> numbers, BigDecimal value, Optional<BigDecimal> weight, String pointer) {
        Given in(int decimals, List<BrokenRule> faults) {
            var units = value.movePointRight(decimals);
            if (units.compareTo(BigDecimal.valueOf(MOST_UNITS)) > 0) {
                faults.add(BrokenRule.of(
                        "body.out-of-range",
                        pointer + "/value",
                        "least",
                        0,
                        "most",
                        BigDecimal.valueOf(MOST_UNITS, decimals)));
                return new Given(numbers, 0, weight, pointer);
            }
            return new Given(numbers, units.longValueExact(), weight, pointer);
        }
    }

    static ConversionBody read(@Nullable JsonNode json) {
        var body = BodyReader.of(json).require("from", "to");
        var from = body.date("from");
        var to = body.date("to");
        var kind = body.parsed("kind", "conversion.unknown-kind", ConversionBody::kind);
        var figures = body.list("figures", MOST_FIGURES, ConversionBody::figure);
        var joint = body.list("joint", MOST_JOINT, ConversionBody::together);
        var decimals = Stream.concat(figures.stream(), joint.stream())
                .mapToInt(written -> Math.max(0, written.value().scale()))
                .max()
                .orElse(0);
        var faults = new ArrayList<>(body.faults());
        var given = figures.stream().map(one -> one.in(decimals, faults)).toList();
        var together = joint.stream().map(one -> one.in(decimals, faults)).toList();
        return new ConversionBody(
                from.flatMap(first ->
                        to.map(second -> new Command(first, second, kind.orElse(Kind.QUANTITY), given, together))),
                decimals,
                faults);
    }

    private static Optional<Kind> kind(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(text))
                .findFirst();
    }

    private static Written figure(BodyReader figure) {
        figure.require("number", "value");
        var pointer = figure.pointer() + "/number";
        var number = figure.text("number", 100).map(text -> new Named(text, pointer));
        return new Written(number.stream().toList(), value(figure), weight(figure), figure.pointer());
    }

    private static Written together(BodyReader joint) {
        joint.require("numbers", "value");
        return new Written(
                joint.texts("numbers", MOST_JOINT, Named::new), value(joint), Optional.empty(), joint.pointer());
    }

    /** Above 0, so that whatever is averaged has a weight in sum. */
    private static Optional<BigDecimal> weight(BodyReader figure) {
        var weight = figure.has(WEIGHT, JsonNode::isTextual)
                ? figure.decimal(WEIGHT)
                : figure.whole(WEIGHT, 0, BodyReader.LARGEST_AMOUNT).map(BigDecimal::valueOf);
        return weight.filter(value -> {
            var within = value.signum() > 0 && value.compareTo(BigDecimal.valueOf(BodyReader.LARGEST_AMOUNT)) <= 0;
            if (!within) {
                figure.fault("conversion.weight-above-zero", WEIGHT, "most", BodyReader.LARGEST_AMOUNT);
            }
            return within;
        });
    }

    private static BigDecimal value(BodyReader figure) {
        return (figure.has(VALUE, JsonNode::isTextual) ? decimal(figure) : whole(figure)).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> whole(BodyReader figure) {
        if (figure.has(VALUE, JsonNode::isFloatingPointNumber)) {
            figure.fault("conversion.decimals-are-text", VALUE);
            return Optional.empty();
        }
        return figure.whole(VALUE, 0, BodyReader.LARGEST_AMOUNT).map(BigDecimal::valueOf);
    }

    private static Optional<BigDecimal> decimal(BodyReader figure) {
        return figure.decimal(VALUE).filter(value -> {
            var within = value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(BodyReader.LARGEST_AMOUNT)) <= 0;
            if (!within) {
                figure.fault("body.out-of-range", VALUE, "least", 0, "most", BodyReader.LARGEST_AMOUNT);
            }
            var fine = value.scale() <= MOST_DECIMALS;
            if (!fine) {
                figure.fault("conversion.too-many-decimals", VALUE, "most", MOST_DECIMALS);
            }
            return within && fine;
        });
    }
}
