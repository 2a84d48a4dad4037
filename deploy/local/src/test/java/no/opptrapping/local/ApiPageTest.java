package no.opptrapping.local;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the page about calling the API shows is in the API documents; {@link ApiPageReplay} runs what goes the whole way. */
class ApiPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("deploy/docs/api.md");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("localhost:(\\d+)(/v1/[^\\s'?]*)\\??([^\\s']*)");
    private static final Pattern METHOD = Pattern.compile(" -X (\\w+) ");
    private static final Pattern NAMED = Pattern.compile("`(GET|PUT|POST) (/v1/[^`]+)`");

    private final Map<Service, Map<String, Object>> documents =
            Arrays.stream(Service.values()).collect(toMap(service -> service, ApiPageTest::document));

    /** One call of a shell block. */
    private record Call(String command, String method, int port, String path, Set<String> parameters) {
        static Optional<Call> of(String text) {
            var command = text.split(" \\|", 2)[0];
            var address = ADDRESS.matcher(command);
            if (!address.find()) {
                return Optional.empty();
            }
            var named = METHOD.matcher(command);
            var method = named.find() ? named.group(1) : command.contains(" -d ") ? "POST" : "GET";
            var parameters = Stream.of(address.group(3).split("&", -1))
                    .filter(parameter -> !parameter.isEmpty())
                    .map(parameter -> parameter.replaceFirst("=.*", ""))
                    .collect(toSet());
            return Optional.of(
                    new Call(command, method, Integer.parseInt(address.group(1)), address.group(2), parameters));
        }
    }

    @Test
    void everyCallIsInItsServicesDocument() throws IOException {
        var calls = SHELL.matcher(Files.readString(PAGE))
                .results()
                .flatMap(block -> Stream.of(block.group(1).split("curl ", -1)))
                .flatMap(command -> Call.of(command).stream())
                .toList();
        assertThat(calls).hasSizeGreaterThan(15);
        for (var call : calls) {
            var service = Arrays.stream(Service.values())
                    .filter(one -> new PortPlan(PortPlan.DEFAULT_BASE).of(one) == call.port())
                    .findFirst()
                    .orElseThrow();
            assertThat(operation(service, call.method(), call.path()))
                    .as(call.toString())
                    .hasValueSatisfying(operation -> {
                        assertThat(names(parameters(service, operation, "query")))
                                .containsAll(call.parameters());
                        assertThat(names(
                                        parameters(service, operation, "header").filter(ApiPageTest::isRequired)))
                                .allSatisfy(header -> assertThat(call.command()).contains(header + ": "));
                    });
        }
    }

    @Test
    void everyOperationThatTheTextNamesIsInADocument() throws IOException {
        var named = NAMED.matcher(Files.readString(PAGE)).results().toList();
        assertThat(named).hasSizeGreaterThan(4);
        assertThat(named)
                .allSatisfy(one -> assertThat(Arrays.stream(Service.values())
                                .flatMap(service -> operation(service, one.group(1), one.group(2)).stream()))
                        .as(one.group())
                        .hasSize(1));
    }

    @Test
    void everyAnswerThatIsShownIsOneThatTheReplayLooksFor() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(ApiPageReplay.section(page).split("```json", -1))
                .hasSameSizeAs(page.split("```json", -1))
                .hasSizeGreaterThan(5);
    }

    /** The operation of a path whose parameters are filled in, or stand in capitals. */
    private Optional<Map<String, Object>> operation(Service service, String method, String path) {
        return at(documents.get(service).get("paths")).entrySet().stream()
                .filter(one -> path.matches(one.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .flatMap(one -> Optional.ofNullable(at(one.getValue()).get(method.toLowerCase(Locale.ROOT))).stream())
                .map(ApiPageTest::at)
                .findFirst();
    }

    private Stream<Map<String, Object>> parameters(Service service, Map<String, Object> operation, String in) {
        return ((List<?>) operation.getOrDefault("parameters", List.of()))
                .stream()
                        .map(ApiPageTest::at)
                        .map(one -> one.containsKey("$ref")
                                ? shared(service, one.get("$ref").toString())
                                : one)
                        .filter(one -> in.equals(one.get("in")));
    }

    private static Set<String> names(Stream<Map<String, Object>> parameters) {
        return parameters.map(one -> one.get("name").toString()).collect(toSet());
    }

    private static boolean isRequired(Map<String, Object> parameter) {
        return Boolean.TRUE.equals(parameter.get("required"));
    }

    private Map<String, Object> shared(Service service, String reference) {
        var found = documents.get(service);
        for (var step : reference.replace("#/", "").split("/", -1)) {
            found = at(found.get(step));
        }
        return found;
    }

    private static Map<String, Object> document(Service service) {
        try (var reader =
                Files.newBufferedReader(ROOT.resolve(service.directory()).resolve("openapi.yaml"))) {
            return at(new Yaml().load(reader));
        } catch (IOException unreadable) {
            throw new AssertionError("The document of " + service.directory() + " cannot be read", unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return (Map<String, Object>) node;
    }
}
