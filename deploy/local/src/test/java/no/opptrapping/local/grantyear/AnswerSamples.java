package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Some answers of each operation and status, of different shapes, as files that the clients generated from the API
 * documents are tried on: {@code <service>/<operation>-<status>-<n>.json}. Long lists are cut.
 */
final class AnswerSamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 4;
    private static final int LONGEST_LIST = 5;

    private final Map<String, Map<String, JsonNode>> shapes = new LinkedHashMap<>();

    /** Keeps the answer if none of its shape is kept. */
    synchronized void keep(String service, String operation, int status, JsonNode body) {
        var kept = shapes.computeIfAbsent(service + "/" + operation + "-" + status, _ -> new LinkedHashMap<>());
        if (kept.size() < MOST) {
            var cut = cut(body);
            kept.putIfAbsent(shape(cut), cut);
        }
    }

    /** Writes them under the directory. What an earlier year left there goes. */
    synchronized void write(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var old = Files.walk(directory)) {
                for (var file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (var kept : shapes.entrySet()) {
            var bodies = List.copyOf(kept.getValue().values());
            for (var i = 0; i < bodies.size(); i++) {
                var file = directory.resolve(kept.getKey() + "-" + (i + 1) + ".json");
                Files.createDirectories(file.getParent());
                JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), bodies.get(i));
            }
        }
    }

    private static JsonNode cut(JsonNode node) {
        return switch (node) {
            case ArrayNode list -> {
                var cut = JsonNodeFactory.instance.arrayNode();
                list.valueStream().limit(LONGEST_LIST).map(AnswerSamples::cut).forEach(cut::add);
                yield cut;
            }
            case ObjectNode object -> {
                var cut = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> cut.set(member.getKey(), cut(member.getValue())));
                yield cut;
            }
            default -> node;
        };
    }

    /** Which members there are, and of which type. */
    private static String shape(JsonNode node) {
        if (node.isArray()) {
            var items = new TreeSet<String>();
            node.forEach(item -> items.add(shape(item)));
            return items.toString();
        }
        if (node.isObject()) {
            var members = new ArrayList<String>();
            node.properties().forEach(member -> members.add(member.getKey() + ":" + shape(member.getValue())));
            return members.toString();
        }
        return node.getNodeType().name();
    }
}
