package no.opptrapping.grant.letters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gets tokens for Altinn: Maskinporten gives one for an assertion that is signed with the Directorate's key, and Altinn
 * exchanges it for its own (docs.altinn.studio, docs.digdir.no).
 */
@ApplicationScoped
class AltinnTokens {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration ASSERTION_LIVES = Duration.ofSeconds(100);
    private static final String SCOPES = "altinn:serviceowner altinn:correspondence.write";

    private final AltinnSettings settings;
    private final Optional<String> clientId;
    private final Optional<String> keyId;
    private final Optional<String> keyFile;
    private final ObjectMapper json;
    private final Clock clock;

    AltinnTokens(
            AltinnSettings settings,
            @ConfigProperty(name = "opptrapping.altinn.client-id") Optional<String> clientId,
            @ConfigProperty(name = "opptrapping.altinn.key-id") Optional<String> keyId,
            @ConfigProperty(name = "opptrapping.altinn.key-file") Optional<String> keyFile,
            ObjectMapper json,
            Clock clock) {
        this.clientId = clientId;
        this.keyId = keyId;
        this.keyFile = keyFile;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    String token(HttpClient http) {
        var form = "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion="
                + encoded(assertion());
        var given = answer(
                http,
                HttpRequest.newBuilder(settings.tokenUrl())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return answer(
                        http,
                        HttpRequest.newBuilder(
                                        URI.create(settings.url() + "/authentication/api/v1/exchange/maskinporten"))
                                .header("Authorization", "Bearer " + accessToken(given))
                                .GET())
                .strip()
                .replace("\"", "");
    }

    private String assertion() {
        var now = clock.instant();
        return Jwt.issuer(clientId.orElseThrow(() -> missing("client-id")))
                .audience(settings.tokenAudience())
                .claim("scope", SCOPES)
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(ASSERTION_LIVES))
                .jws()
                .keyId(keyId.orElseThrow(() -> missing("key-id")))
                .sign(key());
    }

    private PrivateKey key() {
        var file = keyFile.orElseThrow(() -> missing("key-file"));
        try {
            return KeyUtils.decodePrivateKey(Files.readString(Path.of(file)));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("The key of opptrapping.altinn.key-file cannot be read", unreadable);
        }
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException("opptrapping.altinn." + setting + " is not set");
    }

    private String accessToken(String body) {
        try {
            return json.readTree(body).path("access_token").asText();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Maskinporten answered with something else than JSON", unreadable);
        }
    }

    private static String answer(HttpClient http, HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException away) {
            throw new IllegalStateException("A token could not be had", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", stopping);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
