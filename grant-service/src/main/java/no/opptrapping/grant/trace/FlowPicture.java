package no.opptrapping.grant.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.grant.trace.MoneyFlow.Node;
import no.opptrapping.platform.values.Kroner;

/**
 * A flow of money as a picture: a column for each step from the award, in it a bar for each node, as high as its money, and a
 * band from each bar to where its money went. It only shows what the table beside it says.
 *
 * @param bands drawn first, so that bars and words stand on them
 * @param height of the whole picture
 */
public record FlowPicture(List<Bar> bars, List<Band> bands, int width, int height) {
    private static final int COLUMN = 205;
    private static final int BAR = 14;
    private static final int TOP = 8;
    private static final int GAP = 44;
    private static final BigDecimal TALLEST = BigDecimal.valueOf(260);

    public FlowPicture {
        bars = List.copyOf(bars);
        bands = List.copyOf(bands);
    }

    /** A bar with its name and its figure to the right. */
    public record Bar(String place, String name, String figure, int x, String y, String height) {
        /** Where its words begin. */
        public int words() {
            return x + BAR + 6;
        }

        /** The line that its name stands on. */
        public String line() {
            return new BigDecimal(y).add(BigDecimal.valueOf(13)).toPlainString();
        }

        /** The line that its figure stands on. */
        public String below() {
            return new BigDecimal(y).add(BigDecimal.valueOf(30)).toPlainString();
        }
    }

    /** A band, as the path of its outline. */
    public record Band(String path) {}

    /** The picture of the flow; without bars when there is no money in it. */
    public static FlowPicture of(MoneyFlow flow, PageText text) {
        var most = flow.nodes().stream().map(Node::amount).reduce(Kroner.of(1), Kroner::max);
        var tops = new LinkedHashMap<String, BigDecimal>();
        var byId = new HashMap<String, Node>();
        var next = new HashMap<Integer, BigDecimal>();
        for (var node : flow.nodes()) {
            byId.put(node.id(), node);
            var top = next.getOrDefault(node.step(), BigDecimal.valueOf(TOP));
            tops.put(node.id(), top);
            next.put(node.step(), top.add(high(node.amount(), most)).add(BigDecimal.valueOf(GAP)));
        }
        var bars = flow.nodes().stream()
                .map(node -> new Bar(
                        node.place().code(),
                        name(node, text),
                        text.decimal(node.amount(), 0),
                        node.step() * COLUMN,
                        top(tops, node.id()).toPlainString(),
                        high(node.amount(), most).max(BigDecimal.ONE).toPlainString()))
                .toList();
        var steps = flow.nodes().stream().mapToInt(Node::step).max().orElse(0);
        var height = next.values().stream().reduce(BigDecimal.ONE, BigDecimal::max);
        return new FlowPicture(bars, bands(flow, most, tops, byId), (steps + 1) * COLUMN, height.intValue());
    }

    /** What a node is called on a page. */
    public static String name(Node node, PageText text) {
        return text.of("trace.place." + node.place().code(), "year", Integer.toString(node.year()));
    }

    private static List<Band> bands(MoneyFlow flow, Kroner most, Map<String, BigDecimal> tops, Map<String, Node> byId) {
        var bands = new ArrayList<Band>();
        var left = new HashMap<String, BigDecimal>();
        for (var link : flow.links()) {
            var from = byId.get(link.from());
            var to = byId.get(link.to());
            if (from == null || to == null) {
                throw new IllegalStateException("The link " + link + " is between no nodes");
            }
            var thick = high(link.amount(), most).max(BigDecimal.ONE);
            var start = left.getOrDefault(from.id(), top(tops, from.id()));
            left.put(from.id(), start.add(high(link.amount(), most)));
            bands.add(band(from.step() * COLUMN + BAR, start, to.step() * COLUMN, top(tops, to.id()), thick));
        }
        return bands;
    }

    private static BigDecimal top(Map<String, BigDecimal> tops, String node) {
        return tops.getOrDefault(node, BigDecimal.ZERO);
    }

    private static Band band(int x1, BigDecimal y1, int x2, BigDecimal y2, BigDecimal thick) {
        var middle = (x1 + x2) / 2;
        return new Band("M%d %s C%d %s %d %s %d %s V%s C%d %s %d %s %d %s Z"
                .formatted(
                        x1,
                        y1.toPlainString(),
                        middle,
                        y1.toPlainString(),
                        middle,
                        y2.toPlainString(),
                        x2,
                        y2.toPlainString(),
                        y2.add(thick).toPlainString(),
                        middle,
                        y2.add(thick).toPlainString(),
                        middle,
                        y1.add(thick).toPlainString(),
                        x1,
                        y1.add(thick).toPlainString()));
    }

    private static BigDecimal high(Kroner amount, Kroner most) {
        return BigDecimal.valueOf(amount.value())
                .multiply(TALLEST)
                .divide(BigDecimal.valueOf(most.value()), 1, RoundingMode.HALF_UP);
    }
}
