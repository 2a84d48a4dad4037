package no.opptrapping.grant.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;
import no.opptrapping.platform.values.WrittenText;

/** What any JSON that people send may be at most, so that it can be stored, shown and checked at a known cost. */
final class JsonBounds {
    private static final int MOST_VALUES = 5_000;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_FAULTS = 100;

    private final int deepest;
    private final List<BrokenRule> broken = new ArrayList<>();
    private int values;
    private int characters;

    private JsonBounds(int deepest) {
        this.deepest = deepest;
    }

    /** The bounds that are broken; what lies deeper than it may is not looked at. */
    static List<BrokenRule> brokenBy(JsonNode json, String at, int deepest) {
        var bounds = new JsonBounds(deepest);
        bounds.check(json, at, 0);
        if (bounds.values > MOST_VALUES || bounds.characters > MOST_CHARACTERS) {
            bounds.broken.add(BrokenRule.of("form.too-much", at, "values", MOST_VALUES, "characters", MOST_CHARACTERS));
        }
        return bounds.broken;
    }

    private void check(JsonNode json, String at, int depth) {
        values++;
        if (values > MOST_VALUES || characters > MOST_CHARACTERS || broken.size() >= MOST_FAULTS) {
            return;
        }
        if (json.isContainerNode() && depth >= deepest) {
            broken.add(BrokenRule.of("form.too-deep", at, "most", deepest));
        } else if (json.isObject()) {
            json.properties().forEach(member -> {
                checkName(member.getKey(), at);
                check(member.getValue(), at + Pointers.step(member.getKey()), depth + 1);
            });
        } else if (json.isArray()) {
            for (var i = 0; i < json.size(); i++) {
                check(json.get(i), at + "/" + i, depth + 1);
            }
        } else if (json.isTextual()) {
            checkText(json.textValue(), at);
        } else if (json.isNumber()) {
            checkNumber(json.decimalValue(), at);
        }
    }

    private void checkName(String name, String at) {
        characters += name.length();
        if (name.length() > LONGEST_NAME || !WrittenText.isStorable(name) || name.indexOf('\0') >= 0) {
            broken.add(BrokenRule.of("form.name-malformed", at));
        }
    }

    private void checkText(String text, String at) {
        characters += text.length();
        if (text.indexOf('\0') >= 0) {
            broken.add(BrokenRule.of("validation.nul-character", at));
        } else if (!WrittenText.isStorable(text)) {
            broken.add(BrokenRule.of("body.control-character", at));
        }
    }

    /** Fifteen digits are what every program that reads JSON keeps. */
    private void checkNumber(BigDecimal number, String at) {
        var plain = number.stripTrailingZeros();
        if (plain.precision() > MOST_DIGITS
                || plain.scale() > MOST_DIGITS
                || (long) plain.precision() - plain.scale() > MOST_DIGITS) {
            broken.add(BrokenRule.of("form.number-out-of-range", at, "most", MOST_DIGITS));
        }
    }
}
