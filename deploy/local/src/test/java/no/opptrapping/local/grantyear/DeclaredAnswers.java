package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import no.opptrapping.local.Scenario;
import no.opptrapping.local.Service;
import no.opptrapping.local.World;
import org.yaml.snakeyaml.Yaml;

/**
 * Every answer of a played year held to the committed API documents: the operation, the status and the schema must be
 * declared. Of the same operation and status the first answers are checked, and then every hundredth.
 */
public final class DeclaredAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final int FIRST = 25;
    private static final int THEN_EVERY = 100;

    private final Map<String, List<Operation>> operations = new HashMap<>();
    private final Map<String, Integer> heard = new ConcurrentHashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final AnswerSamples samples = new AnswerSamples();

    /** One operation of a service's document. */
    private record Operation(
            Service service, String id, String method, String path, Pattern address, Map<String, Schema> answers) {
        boolean fits(String asked, String calledPath) {
            return method.equals(asked) && address.matcher(calledPath).matches();
        }
    }

    /** Reads the documents that are committed beside the services' poms. */
    public DeclaredAnswers(World world, Path root) throws IOException {
        for (var service : Service.values()) {
            var file = root.resolve(service.directory()).resolve("openapi.yaml");
            JsonNode document = JSON.valueToTree(new Yaml().load(Files.readString(file)));
            operations.put(world.address(service).toString(), operations(service, document));
        }
    }

    /** The year, listened to. */
    public Scenario year() {
        return new GrantYear(this::hear);
    }

    /** What was answered and is not declared, in order; empty when every answer was as its document says. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many operations were answered with a success. */
    public long operationsThatSucceeded() {
        return heard.keySet().stream().filter(key -> key.contains(" 2")).count();
    }

    /** Writes some of the answers of each operation and status, each of another shape, under the directory. */
    public void writeSamples(Path directory) throws IOException {
        samples.write(directory);
    }

    private void hear(Answer answer) {
        var method = answer.call().substring(0, answer.call().indexOf(' ')).toLowerCase(Locale.ROOT);
        var called = URI.create(answer.call().substring(method.length() + 1));
        var service = called.getScheme() + "://" + called.getAuthority();
        operations.getOrDefault(service, List.of()).stream()
                .filter(operation -> operation.fits(method, called.getPath()))
                .findFirst()
                .ifPresentOrElse(
                        operation -> check(operation, answer),
                        () -> faults.add(answer.call() + " is not in the document"));
    }

    private void check(Operation operation, Answer answer) {
        var name = operation.method() + " " + operation.path() + " " + answer.status();
        var times = heard.merge(name, 1, Integer::sum);
        if (times > FIRST && times % THEN_EVERY != 0) {
            return;
        }
        var schema = operation.answers().get(Integer.toString(answer.status()));
        if (schema == null) {
            faults.add(name + " is not declared");
        } else {
            samples.keep(operation.service().directory(), operation.id(), answer.status(), answer.body());
            schema.validate(answer.body())
                    .forEach(error -> faults.add(name + ": "
                            + error.getInstanceLocation().toString().replaceAll("/[0-9]+", "/0") + " "
                            + error.getMessage()));
        }
    }

    private static List<Operation> operations(Service service, JsonNode document) {
        var id = "https://opptrapping.no/documents/" + service.directory();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(id, document.toString())));
        var found = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    found.add(new Operation(
                            service,
                            operation.getValue().path("operationId").asText(),
                            operation.getKey(),
                            path.getKey(),
                            Pattern.compile(path.getKey().replaceAll("\\{[^}]*}", "[^/]+")),
                            answers(registry, id, document, path.getKey(), operation)));
                }
            }
        }
        found.sort(Comparator.comparing(operation -> operation.path().contains("{")));
        return List.copyOf(found);
    }

    private static Map<String, Schema> answers(
            SchemaRegistry registry, String id, JsonNode document, String path, Map.Entry<String, JsonNode> operation) {
        var schemas = new HashMap<String, Schema>();
        for (var answer : operation.getValue().path("responses").properties()) {
            var ref = answer.getValue().path("$ref").asText();
            var at = ref.isEmpty()
                    ? "/paths/" + escaped(path) + "/" + operation.getKey() + "/responses/" + answer.getKey()
                    : ref.substring(1);
            json(document.at(at).path("content"))
                    .ifPresent(type -> schemas.put(
                            answer.getKey(),
                            registry.getSchema(
                                    SchemaLocation.of(id + "#" + at + "/content/" + escaped(type) + "/schema"))));
        }
        return schemas;
    }

    private static Optional<String> json(JsonNode content) {
        return content.propertyStream()
                .map(Map.Entry::getKey)
                .filter(type -> type.equals("application/json") || type.equals("application/problem+json"))
                .findFirst();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
