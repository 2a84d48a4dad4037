package no.opptrapping.grant.applications;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.opptrapping.platform.problems.Pointers;

/** Marks what is copied, value by value, and takes the marks off what is written anew. */
final class Origins {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** A value in a line of a list, which may have another place afterwards; an answer is one value, whatever it holds. */
    private static final Pattern IN_LINE = Pattern.compile("/(?!answers/)([^/]+)/([0-9]+)(/.*)?");

    private Origins() {}

    /**
     * The marks of content that has just been copied.
     *
     * @param byPlace where what stands at a pointer, and beneath it, comes from
     */
    static List<Origin> of(ApplicationContent content, Map<String, List<Origin.Source>> byPlace) {
        var pointers = new LinkedHashMap<List<Origin.Source>, List<String>>();
        values(
                tree(content),
                "",
                value -> from(byPlace, value)
                        .ifPresent(sources -> pointers.computeIfAbsent(sources, _ -> new ArrayList<>())
                                .add(value)));
        return origins(pointers);
    }

    private static Optional<List<Origin.Source>> from(Map<String, List<Origin.Source>> byPlace, String value) {
        for (var place = value; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
            if (byPlace.containsKey(place)) {
                return Optional.of(byPlace.get(place));
            }
        }
        return Optional.empty();
    }

    private static void values(JsonNode node, String at, Consumer<String> found) {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        if (at.startsWith("/answers/") || node.isValueNode()) {
            found.accept(at);
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                values(node.get(i), at + "/" + i, found);
            }
        } else {
            node.properties().forEach(member -> values(member.getValue(), at + Pointers.step(member.getKey()), found));
        }
    }

    /** The marks of what stands in the content after a change as it stood before it. */
    static List<Origin> kept(ApplicationContent before, ApplicationContent after) {
        if (before.origins().isEmpty()) {
            return List.of();
        }
        var was = tree(before);
        var is = tree(after);
        var lines = new HashMap<String, Map<Integer, Integer>>();
        var pointers = new LinkedHashMap<List<Origin.Source>, List<String>>();
        for (var origin : before.origins()) {
            for (var pointer : origin.pointers()) {
                moved(pointer, was, is, lines)
                        .filter(now -> isSame(was.at(JsonPointer.compile(pointer)), is.at(JsonPointer.compile(now))))
                        .ifPresent(now -> pointers.computeIfAbsent(origin.sources(), _ -> new ArrayList<>())
                                .add(now));
            }
        }
        return origins(pointers);
    }

    private static boolean isSame(JsonNode was, JsonNode is) {
        return !is.isMissingNode() && !is.isNull() && is.equals(was);
    }

    /** Where a value stands now; empty when its line is gone. */
    private static Optional<String> moved(
            String pointer, JsonNode was, JsonNode is, Map<String, Map<Integer, Integer>> lines) {
        var inLine = IN_LINE.matcher(pointer);
        if (!inLine.matches()) {
            return Optional.of(pointer);
        }
        var list = inLine.group(1);
        var rest = Optional.ofNullable(inLine.group(3)).orElse("");
        return Optional.ofNullable(lines.computeIfAbsent(list, _ -> aligned(was.path(list), is.path(list)))
                        .get(Integer.valueOf(inLine.group(2))))
                .map(line -> "/" + list + "/" + line + rest);
    }

    /** Which line is which: those that are alike, in order; of the others those in the same place, while there are as many. */
    private static Map<Integer, Integer> aligned(JsonNode was, JsonNode is) {
        var lines = new HashMap<Integer, Integer>();
        var next = 0;
        for (var i = 0; i < was.size(); i++) {
            for (var j = next; j < is.size(); j++) {
                if (was.get(i).equals(is.get(j))) {
                    lines.put(i, j);
                    next = j + 1;
                    break;
                }
            }
        }
        for (var i = 0; was.size() == is.size() && i < was.size(); i++) {
            if (!lines.containsKey(i) && !lines.containsValue(i)) {
                lines.put(i, i);
            }
        }
        return lines;
    }

    private static List<Origin> origins(Map<List<Origin.Source>, List<String>> pointers) {
        return pointers.entrySet().stream()
                .map(entry -> new Origin(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static JsonNode tree(ApplicationContent content) {
        return JSON.valueToTree(content.unmarked());
    }
}
