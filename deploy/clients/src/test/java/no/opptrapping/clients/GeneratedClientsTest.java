package no.opptrapping.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import no.opptrapping.clients.grant.ApiException;
import no.opptrapping.clients.grant.api.ApplicationsApi;
import no.opptrapping.clients.grant.model.Fault;
import no.opptrapping.clients.grant.model.Problem;
import org.junit.jupiter.api.Test;

/** What a vendor has who generates Java from the API documents and does nothing else. */
class GeneratedClientsTest {
    private static final Map<String, ObjectMapper> MAPPERS = Map.of(
            "municipality-service", no.opptrapping.clients.municipality.ApiClient.createDefaultObjectMapper(),
            "grant-service", no.opptrapping.clients.grant.ApiClient.createDefaultObjectMapper(),
            "reporting-service", no.opptrapping.clients.reporting.ApiClient.createDefaultObjectMapper());
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final String GRANTS = "grant-service";

    @Test
    void anApplicationIsReadAndARefusalToldByAServer() throws Exception {
        var read = RecordedAnswer.of(GRANTS, "getApplication", 200);
        var refused = RecordedAnswer.of(GRANTS, "submitApplication", 422);
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/applications/", exchange -> {
            asked.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            var isRead = exchange.getRequestMethod().equals("GET");
            var answer = isRead ? read : refused;
            exchange.getResponseHeaders().add("Content-Type", isRead ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), 0);
            exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            var client = new no.opptrapping.clients.grant.ApiClient();
            client.updateBaseUri("http://localhost:" + server.getAddress().getPort());
            var applications = new ApplicationsApi(client);

            var application = applications.getApplication(UUID.randomUUID(), null);
            var expected = MAPPERS.get(GRANTS).readTree(read.body());
            assertThat(application.getId()).hasToString(expected.path("id").asText());
            assertThat(application.getMeasures()).hasSameSizeAs(expected.path("measures"));

            var refusal = catchThrowableOfType(
                    ApiException.class, () -> applications.submitApplication(UUID.randomUUID(), "act-1", null));
            assertThat(refusal.getCode()).isEqualTo(422);
            var problem = client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
            assertThat(problem.getErrors())
                    .hasSizeGreaterThan(2)
                    .extracting(Fault::getCode)
                    .allSatisfy(code -> assertThat(code).startsWith("application."));
            assertThat(asked).containsExactly("GET null", "POST act-1");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void everyRecordedSuccessIsReadWholeAndAWrongOneIsNot() throws IOException {
        var read = 0;
        for (var answer : RecordedAnswer.all()) {
            if (answer.status() < 300) {
                var usual = MAPPERS.get(answer.service());
                var strict = usual.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
                var body = comparable(usual.readTree(answer.body()));
                ((ObjectNode) body).remove("illustration");
                var type = usual.constructType(typeOf(answer));
                for (var mapper : List.of(usual, strict)) {
                    assertThat(readAgain(mapper, body, type))
                            .as("%s read as %s", answer, type)
                            .isEqualTo(body);
                }
                var wrong = body.deepCopy();
                ((ObjectNode) wrong).put("notInTheDocument", true);
                assertThat(catchThrowableOfType(
                                IOException.class, () -> strict.readValue(wrong.traverse(strict), type)))
                        .as("%s with a member that is not in the document", answer)
                        .isNotNull();
                read++;
            }
        }
        assertThat(read).isGreaterThan(50);
    }

    private static JsonNode readAgain(ObjectMapper mapper, JsonNode body, com.fasterxml.jackson.databind.JavaType type)
            throws IOException {
        return comparable(
                mapper.readTree(mapper.writeValueAsBytes(mapper.<Object>readValue(mapper.treeAsTokens(body), type))));
    }

    /** What the generated method of the operation answers. */
    private static Type typeOf(RecordedAnswer answer) throws IOException {
        var room = "no.opptrapping.clients." + answer.service().replace("-service", "") + ".api";
        return apis(room).stream()
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .filter(method -> method.getName().equals(answer.operation()))
                .map(Method::getGenericReturnType)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No client has an operation for " + answer));
    }

    private static List<Class<?>> apis(String room) throws IOException {
        try (var files = Files.list(Path.of("target", "classes").resolve(room.replace('.', '/')))) {
            var apis = new ArrayList<Class<?>>();
            for (var file : files.map(file -> file.getFileName().toString()).toList()) {
                if (file.endsWith("Api.class")) {
                    apis.add(Class.forName(room + "." + file.replace(".class", "")));
                }
            }
            return apis;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A client leaves out what is null, has an empty list where none is answered, and writes instants as short as it can. */
    private static JsonNode comparable(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var comparable = JsonNodeFactory.instance.objectNode();
                object.properties().stream()
                        .filter(member -> !isNothing(member.getValue()))
                        .forEach(member -> comparable.set(member.getKey(), comparable(member.getValue())));
                yield comparable;
            }
            case ArrayNode list -> {
                var comparable = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> comparable.add(comparable(item)));
                yield comparable;
            }
            case TextNode text
            when INSTANT.matcher(text.asText()).matches() ->
                TextNode.valueOf(Instant.parse(text.asText()).toString());
            default -> node;
        };
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || (node.isContainerNode() && node.isEmpty());
    }
}
