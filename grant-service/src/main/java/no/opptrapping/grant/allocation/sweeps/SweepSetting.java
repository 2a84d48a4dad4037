package no.opptrapping.grant.allocation.sweeps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.WhenMissing;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;

/**
 * One parameter that a sweep varies, by the JSON pointer that it has in the request of the run. Only parameters that
 * leave the inputs as they are can be varied: the sweep gathers them once.
 */
record SweepSetting(String pointer, List<String> path, Kind kind) {
    private static final Pattern POT = Pattern.compile("/pots/\\d{1,2}/(budget/amount|model/.+)");
    private static final Pattern KRONER =
            Pattern.compile("budget/amount|model/(floorPerMunicipality|capPerMunicipality|floors/\\d{4}|caps/\\d{4})");
    private static final Pattern YEARS = Pattern.compile("model/phaseIn/(year|years)");
    private static final Pattern DECIMAL = Pattern.compile("model/(weights/\\d{1,2}/weight|floorPerInhabitant"
            + "|capPerInhabitant|stepDown/\\d{1,2}|unitPrice|ownShare|activities/\\d{1,3}/units"
            + "|indices/values/\\d{4}|indices/tolerance|guarantee/threshold)");
    private static final Map<String, Kind> NAMED = Map.of(
            "model/rate",
            Kind.RATE,
            "model/normalise",
            Kind.BOOLEAN,
            "model/rule",
            Kind.RULE,
            "model/tieRule",
            Kind.TIE_RULE,
            "model/guarantee/variant",
            Kind.VARIANT,
            "model/indices/whenMissing",
            Kind.WHEN_MISSING);
    private static final long LARGEST = 10_000_000_000_000L;
    private static final long LARGEST_RATE = 10_000_000_000L;
    private static final long MOST_YEARS = 20;

    /** What sort of value the parameter takes. */
    enum Kind {
        KRONER,
        RATE,
        UNIT,
        YEARS,
        DECIMAL,
        RULE,
        TIE_RULE,
        VARIANT,
        WHEN_MISSING,
        BOOLEAN
    }

    /** The parameter; empty when it is none that can be varied. */
    static Optional<SweepSetting> of(String pointer) {
        if (pointer.equals("/unit")) {
            return Optional.of(new SweepSetting(pointer, List.of("unit"), Kind.UNIT));
        }
        if (!POT.matcher(pointer).matches()) {
            return Optional.empty();
        }
        var inPot = pointer.substring(pointer.indexOf('/', "/pots/".length()) + 1);
        return kindOf(inPot)
                .map(kind -> new SweepSetting(
                        pointer,
                        Arrays.stream(pointer.substring(1).split("/", -1))
                                .filter(step -> !step.equals("budget"))
                                .toList(),
                        kind));
    }

    private static Optional<Kind> kindOf(String inPot) {
        if (KRONER.matcher(inPot).matches()) {
            return Optional.of(Kind.KRONER);
        }
        if (YEARS.matcher(inPot).matches()) {
            return Optional.of(Kind.YEARS);
        }
        if (DECIMAL.matcher(inPot).matches()) {
            return Optional.of(Kind.DECIMAL);
        }
        return Optional.ofNullable(NAMED.get(inPot));
    }

    /** The value that a text writes; empty when the parameter takes no such value. */
    Optional<JsonNode> value(String text) {
        return switch (kind) {
            case KRONER -> whole(text, 0, LARGEST);
            case RATE -> whole(text, 0, LARGEST_RATE);
            case UNIT -> whole(text, 1, 1000);
            case YEARS -> whole(text, 1, MOST_YEARS);
            case DECIMAL -> Decimal.parse(text).map(number -> TextNode.valueOf(number.toString()));
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(BooleanNode.valueOf(text.equals("true")))
                        : Optional.empty();
            case RULE ->
                DivisionRule.parse(text)
                        .filter(rule -> rule != DivisionRule.WITHIN_CEILING)
                        .map(rule -> TextNode.valueOf(rule.code()));
            case TIE_RULE -> TieRule.parse(text).map(rule -> TextNode.valueOf(rule.code()));
            case VARIANT -> GuaranteeVariant.parse(text).map(variant -> TextNode.valueOf(variant.code()));
            case WHEN_MISSING -> WhenMissing.parse(text).map(way -> TextNode.valueOf(way.code()));
        };
    }

    private static Optional<JsonNode> whole(String text, long smallest, long largest) {
        return Decimal.parse(text)
                .filter(number -> number.value().scale() == 0
                        && number.compareTo(Decimal.of(smallest)) >= 0
                        && number.compareTo(Decimal.of(largest)) <= 0)
                .map(number -> LongNode.valueOf(number.value().longValueExact()));
    }

    /** Whether the parameters have a place for it: the model is of a kind that has it, and what is beneath is given. */
    boolean fits(JsonNode parameters) {
        return parent(parameters)
                .filter(parent ->
                        !(parent instanceof ArrayNode array) || Integer.parseInt(path.getLast()) < array.size())
                .filter(parent -> parent.has(path.getLast()) || isOptional(parent))
                .isPresent();
    }

    /** Limits may be absent from parameters by criteria, and every municipality may be given one of its own. */
    private boolean isOptional(JsonNode parent) {
        var last = path.getLast();
        if (last.equals("tolerance") || path.contains("floors") || path.contains("caps")) {
            return true;
        }
        return parent.path("kind").asText().equals("objective") && (last.startsWith("floor") || last.startsWith("cap"));
    }

    void set(ObjectNode parameters, JsonNode value) {
        var parent =
                parent(parameters).orElseThrow(() -> new IllegalArgumentException("The parameters have no " + pointer));
        switch (parent) {
            case ObjectNode object -> object.set(path.getLast(), value);
            case ArrayNode array -> array.set(Integer.parseInt(path.getLast()), value);
            default -> throw new IllegalArgumentException("The parameters have no " + pointer);
        }
    }

    private Optional<JsonNode> parent(JsonNode parameters) {
        var at = parameters;
        for (var step : path.subList(0, path.size() - 1)) {
            at = at instanceof ArrayNode ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at.isContainerNode() ? Optional.of(at) : Optional.empty();
    }
}
