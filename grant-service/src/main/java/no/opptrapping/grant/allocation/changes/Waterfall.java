package no.opptrapping.grant.allocation.changes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.platform.values.Kroner;

/**
 * A change as a picture: one bar for the amount before, one for each cause of the chain that begins where the one before
 * it ended, and one for the amount after. It is drawn in rows, so that long names fit, and only shows what the table
 * beside it says.
 *
 * @param height of the whole picture, which is 720 wide
 */
public record Waterfall(List<Bar> bars, int height) {
    private static final int ROW = 34;
    private static final int LEFT = 250;
    private static final int RIGHT = 610;
    private static final BigDecimal WIDTH = BigDecimal.valueOf(RIGHT - LEFT);

    public Waterfall {
        bars = List.copyOf(bars);
    }

    /** A row of the table, written as the page's language does. */
    public record Line(String name, String inOrder, String mean) {}

    /**
     * A bar with its name to the left and its figure to the right.
     *
     * @param kind the class that it is drawn with: {@code whole}, {@code up} or {@code down}
     * @param y where its row begins
     * @param x where it begins, {@code width} how long it is
     * @param end where it ends, which is where the next begins
     */
    public record Bar(String name, String figure, String kind, int y, String x, String width, String end) {
        /** The line that text stands on. */
        public int line() {
            return y + 21;
        }

        /** Where the bar itself begins within its row. */
        public int top() {
            return y + 6;
        }

        /** Where the next row's bar begins. */
        public int below() {
            return y + ROW + 6;
        }
    }

    public static Waterfall of(ChangeTable.Change change, int year, int former, PageText text) {
        var scale = new Scale(change);
        var bars = new ArrayList<Bar>();
        bars.add(scale.bar(
                bars.size(),
                text.of("allocation.change.before", "former", Integer.toString(former)),
                text.decimal(change.before(), 0),
                "whole",
                Kroner.ZERO,
                change.before()));
        var at = change.before();
        for (var cause : change.causes()) {
            var part = change.inOrder(cause);
            var next = at.plus(part);
            bars.add(scale.bar(
                    bars.size(),
                    text.of("allocation.cause." + cause.code()),
                    signed(part, text),
                    part.isNegative() ? "down" : "up",
                    at,
                    next));
            at = next;
        }
        bars.add(scale.bar(
                bars.size(),
                text.of("allocation.change.after", "year", Integer.toString(year)),
                text.decimal(change.after(), 0),
                "whole",
                Kroner.ZERO,
                change.after()));
        return new Waterfall(bars, bars.size() * ROW + 4);
    }

    /** The rows of the table beside the picture. */
    public static List<Line> lines(ChangeTable.Change change, PageText text) {
        return change.causes().stream()
                .map(cause -> new Line(
                        text.of("allocation.cause." + cause.code()),
                        signed(change.inOrder(cause), text),
                        signed(change.inMean(cause), text)))
                .toList();
    }

    /** An amount with its sign. */
    public static String signed(Kroner amount, PageText text) {
        return (amount.isPositive() ? "+" : "") + text.decimal(amount, 0);
    }

    /** From the lowest to the highest amount on the way, zero among them. */
    private static final class Scale {
        private final long lowest;
        private final BigDecimal span;

        Scale(ChangeTable.Change change) {
            var at = change.before().value();
            var low = Math.min(0, at);
            var high = Math.max(1, at);
            for (var cause : change.causes()) {
                at += change.inOrder(cause).value();
                low = Math.min(low, at);
                high = Math.max(high, at);
            }
            this.lowest = low;
            this.span = BigDecimal.valueOf(high - low);
        }

        Bar bar(int row, String name, String figure, String kind, Kroner from, Kroner to) {
            var first = x(from.min(to));
            var last = x(from.max(to));
            return new Bar(
                    name,
                    figure,
                    kind,
                    row * ROW,
                    first.toPlainString(),
                    last.subtract(first).max(BigDecimal.ONE).toPlainString(),
                    x(to).toPlainString());
        }

        private BigDecimal x(Kroner amount) {
            return BigDecimal.valueOf(LEFT)
                    .add(BigDecimal.valueOf(amount.value() - lowest)
                            .multiply(WIDTH)
                            .divide(span, 1, RoundingMode.HALF_UP));
        }
    }
}
