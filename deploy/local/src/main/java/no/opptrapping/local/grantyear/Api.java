package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.opptrapping.local.Language;
import no.opptrapping.local.ScenarioFailure;

/**
 * One service's public API as its users call it. A call that finds the service away is made again with the same
 * idempotency key until the service is back, as a municipality's own system would: nothing is lost and nothing doubled.
 */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http;
    private final URI base;
    private final Tokens tokens;
    private final Language language;
    private final Consumer<Answer> listener;

    Api(HttpClient http, URI base, Tokens tokens, Language language, Consumer<Answer> listener) {
        this.http = http;
        this.base = base;
        this.tokens = tokens;
        this.language = language;
        this.listener = listener;
    }

    Answer get(Who who, String path) {
        return send(who, path, HttpRequest.newBuilder().GET(), "GET");
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(Who who, String path) {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        var next = "";
        do {
            var cursor = next.isEmpty() ? "" : "&cursor=" + next;
            var page = get(who, path + separator + "limit=500" + cursor).expect(200);
            page.path("items").forEach(items::add);
            next = page.path("next").asText("");
            next = "null".equals(next) ? "" : next;
        } while (!next.isEmpty());
        return items;
    }

    Answer post(Who who, String path, String idempotencyKey, Object body) {
        var request = HttpRequest.newBuilder().header("Idempotency-Key", idempotencyKey);
        return send(who, path, request.POST(json(body)), "POST");
    }

    /** A change whose answer was lost may have been made: then it is made once more upon what is there now. */
    Answer put(Who who, String path, String etag, Object body) {
        var answer = send(
                who, path, HttpRequest.newBuilder().header("If-Match", etag).PUT(json(body)), "PUT");
        if (answer.status() == 412 && answer.afterALostOne()) {
            var now = get(who, path);
            now.expect(200);
            return put(who, path, now.etag().orElse(etag), body);
        }
        return answer;
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(Who who, String path, HttpRequest.Builder builder, String method) {
        var call = method + " " + base + path;
        var giveUp = Instant.now().plus(PATIENCE);
        var lost = false;
        while (true) {
            builder.uri(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .setHeader("Accept", "application/json")
                    .setHeader("Accept-Language", language.tag())
                    .setHeader("Content-Type", "application/json");
            tokens.of(who).ifPresent(token -> builder.setHeader("Authorization", "Bearer " + token));
            try {
                var response = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
                var answer = answer(call, response, lost);
                listener.accept(answer);
                if (!comesBack(answer) || Instant.now().isAfter(giveUp)) {
                    return answer;
                }
            } catch (IOException e) {
                lost = true;
                if (Instant.now().isAfter(giveUp)) {
                    throw new ScenarioFailure(call + " got no answer in " + PATIENCE.toSeconds() + " seconds.", e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
    }

    /** The service says that it is there but not ready, or that the same call is still in flight. */
    private static boolean comesBack(Answer answer) {
        return answer.status() == 503 || answer.problemCode().equals("idempotency.in-flight");
    }

    private static Answer answer(String call, HttpResponse<byte[]> response, boolean afterALostOne) {
        var etag = response.headers().firstValue("ETag");
        try {
            JsonNode body = response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Answer(call, response.statusCode(), body, etag, afterALostOne);
        } catch (IOException e) {
            throw new ScenarioFailure(call + " answered " + response.statusCode() + " and something not JSON.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ScenarioFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ScenarioFailure("The grant year was interrupted.", e);
    }

    /** Where tokens come from: nothing for open data. */
    interface Tokens {
        Optional<String> of(Who who);
    }
}
