package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens of the local issuer, asked for as a municipality's system and a member of staff would; renewed in time. */
final class IssuedTokens implements Api.Tokens {
    private static final String SCOPES = "hdir:tilskudd/kommune.read hdir:tilskudd/kommune.write";
    private static final long RENEW_SECONDS_BEFORE = 30;

    private record Token(String value, Instant renewAt) {}

    private final Map<Who, Token> tokens = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final URI issuer;

    IssuedTokens(HttpClient http, URI issuer) {
        this.http = http;
        this.issuer = issuer;
    }

    @Override
    public Optional<String> of(Who who) {
        if (who instanceof Who.Nobody) {
            return Optional.empty();
        }
        var token = tokens.compute(
                who, (key, old) -> old != null && Instant.now().isBefore(old.renewAt()) ? old : ask(key));
        return Optional.of(token.value());
    }

    private Token ask(Who who) {
        return switch (who) {
            case Who.Nobody nobody -> throw new IllegalArgumentException("Open data needs no token: " + nobody);
            case Who.Person person ->
                ask(
                        "/staff/token",
                        Map.of("grant_type", "password", "username", person.name(), "roles", person.role()));
            case Who.Municipality municipality ->
                ask(
                        "/maskinporten/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "grant-year",
                                "client_secret", "local",
                                "scope", SCOPES,
                                "consumer_org", municipality.organisationNumber()));
        };
    }

    private Token ask(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new ScenarioFailure("The issuer refused a token at " + path + ": " + response.body());
            }
            var answer = json.readTree(response.body());
            var lifetime = answer.path("expires_in").asLong();
            var renewAt = Instant.now().plusSeconds(Math.max(1, lifetime - RENEW_SECONDS_BEFORE));
            return new Token(answer.path("access_token").asText(), renewAt);
        } catch (IOException e) {
            throw new ScenarioFailure("The issuer at " + issuer + " did not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScenarioFailure("The grant year was interrupted.", e);
        }
    }
}
