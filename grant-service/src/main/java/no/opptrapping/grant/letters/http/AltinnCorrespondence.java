package no.opptrapping.grant.letters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import no.opptrapping.grant.letters.LetterChannel;
import no.opptrapping.grant.letters.Outgoing;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * Sends letters through Altinn Correspondence (docs.altinn.studio/correspondence): the message and its document in one
 * request, with our own identity of the letter as its idempotency key, and then asks what became of it.
 */
@ApplicationScoped
class AltinnCorrespondence implements LetterChannel {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String CORRESPONDENCES = "/correspondence/api/v1/correspondence";

    private final AltinnSettings settings;
    private final AltinnTokens tokens;
    private final ObjectMapper json;
    private final HttpClient http;

    AltinnCorrespondence(AltinnSettings settings, AltinnTokens tokens, ObjectMapper json) {
        this.settings = settings;
        this.tokens = tokens;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "altinn";
    }

    @Override
    public boolean isOn() {
        return settings.enabled();
    }

    @Override
    public Progress send(Outgoing outgoing, Supplier<byte[]> document) {
        var organisation = outgoing.to().flatMap(KnownMunicipality::organisationNumber);
        if (organisation.isEmpty()) {
            return new Progress.NotYet();
        }
        var form = Multipart.ofLetter(settings, outgoing.letter(), organisation.get(), document.get());
        var answer = answer(HttpRequest.newBuilder(at(CORRESPONDENCES + "/upload"))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));
        if (answer.statusCode() == 400 || answer.statusCode() == 422) {
            return new Progress.Undeliverable("Altinn refused the letter (HTTP " + answer.statusCode() + ")");
        }
        var reference = read(answer)
                .path("correspondences")
                .path(0)
                .path("correspondenceId")
                .asText();
        if (reference.isEmpty()) {
            throw new IllegalStateException("Altinn named no correspondence");
        }
        return new Progress.OnItsWay(reference);
    }

    @Override
    public Progress follow(Outgoing letter, String reference) {
        var details = read(answer(HttpRequest.newBuilder(at(CORRESPONDENCES + "/" + reference + "/details"))
                .GET()));
        var published = moment(details, "Published");
        if (published.isPresent()) {
            return new Progress.Delivered(
                    published.get(), moment(details, "Read").or(() -> moment(details, "Fetched")));
        }
        return moment(details, "Failed").isPresent()
                        || moment(details, "PurgedByAltinn").isPresent()
                ? new Progress.Undeliverable("Altinn could not deliver the letter")
                : new Progress.NotYet();
    }

    /** When it first got the status, if it has. */
    private static Optional<Instant> moment(JsonNode details, String status) {
        return StreamSupport.stream(details.path("statusHistory").spliterator(), false)
                .filter(one -> one.path("status").asText().equals(status))
                .map(one ->
                        OffsetDateTime.parse(one.path("statusChanged").asText()).toInstant())
                .min(Instant::compareTo);
    }

    private URI at(String path) {
        return URI.create(settings.url() + path);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + tokens.token(http))
                            .header("Accept", "application/json")
                            .timeout(TIMEOUT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new IllegalStateException("Altinn could not be reached", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", stopping);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Altinn answered " + answer.statusCode());
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Altinn answered with something else than JSON", unreadable);
        }
    }
}
