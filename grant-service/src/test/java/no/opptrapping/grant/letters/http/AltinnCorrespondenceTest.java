package no.opptrapping.grant.letters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterChannel.Progress;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.grant.letters.Outgoing;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Altinn and Maskinporten as their documentation describes them, played by a server on this machine. */
class AltinnCorrespondenceTest {
    private static final String UPLOAD = "/correspondence/api/v1/correspondence/upload";
    private static final String DETAILS = "/correspondence/api/v1/correspondence/77/details";
    private static final byte[] DOCUMENT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;
    private KeyPair keys;
    private AltinnCorrespondence altinn;
    private int status = 200;

    @BeforeEach
    void begin() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var file = Files.writeString(folder.resolve("key.pem"), pem);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put("/token", "{\"access_token\":\"of-maskinporten\"}");
        answers.put("/authentication/api/v1/exchange/maskinporten", "of-altinn");
        var clock = Clock.fixed(Instant.parse("2025-04-01T08:00:00Z"), ZoneOffset.UTC);
        var settings = new Settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        altinn = new AltinnCorrespondence(
                settings,
                new AltinnTokens(
                        settings,
                        Optional.of("our-client"),
                        Optional.of("key-1"),
                        Optional.of(file.toString()),
                        new ObjectMapper(),
                        clock),
                new ObjectMapper());
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void sendsALetterWithItsDocumentAndATokenForAnAssertionThatItHasSigned() throws Exception {
        answers.put(UPLOAD, "{\"correspondences\":[{\"correspondenceId\":\"77\",\"status\":\"Initialized\"}]}");

        assertThat(altinn.send(outgoing(true), () -> DOCUMENT)).isEqualTo(new Progress.OnItsWay("77"));

        assertThat(asked.get(UPLOAD))
                .startsWith("Bearer of-altinn\n")
                .contains(
                        "urn:altinn:organization:identifier-no:964338531",
                        "hdir-tilskuddsbrev",
                        "Tilskotsbrev",
                        "%PDF-1.7",
                        "name=\"IdempotentKey\"\r\n\r\n00000000-0000-0000-0000-000000000051");
        assertThat(asked.get("/authentication/api/v1/exchange/maskinporten")).startsWith("Bearer of-maskinporten\n");
        var assertion =
                URLDecoder.decode(asked.get("/token"), StandardCharsets.UTF_8).split("assertion=", -1)[1];
        var parts = assertion.split("\\.", -1);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains("\"iss\":\"our-client\"", "altinn:correspondence.write", "https://maskinporten.example/");
    }

    @Test
    void followsALetterUntilItIsPublishedReadOrFailed() {
        answers.put(DETAILS, history("Initialized", "2025-04-01T08:00:01Z"));
        assertThat(altinn.follow(outgoing(true), "77")).isEqualTo(new Progress.NotYet());
        answers.put(
                DETAILS,
                "{\"statusHistory\":[{\"status\":\"Published\",\"statusChanged\":\"2025-04-01T10:00:01+02:00\"},"
                        + "{\"status\":\"Read\",\"statusChanged\":\"2025-04-02T10:00:00+02:00\"}]}");
        assertThat(altinn.follow(outgoing(true), "77"))
                .isEqualTo(new Progress.Delivered(
                        Instant.parse("2025-04-01T08:00:01Z"), Optional.of(Instant.parse("2025-04-02T08:00:00Z"))));
        answers.put(DETAILS, history("Failed", "2025-04-01T08:00:01Z"));
        assertThat(altinn.follow(outgoing(true), "77")).isInstanceOf(Progress.Undeliverable.class);
    }

    @Test
    void whatMayPassIsTriedAgainAndWhatWillNotIsGivenUp() {
        assertThat(altinn.send(outgoing(false), () -> DOCUMENT)).isEqualTo(new Progress.NotYet());
        answers.put(UPLOAD, "not JSON");
        assertThatThrownBy(() -> altinn.send(outgoing(true), () -> DOCUMENT)).isInstanceOf(IllegalStateException.class);
        status = 503;
        assertThatThrownBy(() -> altinn.send(outgoing(true), () -> DOCUMENT)).isInstanceOf(IllegalStateException.class);
        status = 400;
        assertThat(altinn.send(outgoing(true), () -> DOCUMENT)).isInstanceOf(Progress.Undeliverable.class);
    }

    private static String history(String word, String at) {
        return "{\"statusHistory\":[{\"status\":\"" + word + "\",\"statusChanged\":\"" + at + "\"}]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        asked.put(path, (authorization == null ? "" : authorization + "\n") + body);
        var answer = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(path.equals(UPLOAD) ? status : 200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Outgoing outgoing(boolean canSignIn) {
        var to = new NewLetter.Recipient(new MunicipalityId(new UUID(0, 11)), new MunicipalityNumber("4601"), "Bergen");
        var letter = new Letter(
                new LetterId(new UUID(0, 0x51)),
                LetterKind.AWARD,
                new UUID(0, 1),
                Optional.empty(),
                1,
                "76562-2025-0001",
                "Tilskotsbrev: Kommunalt rusarbeid 2025",
                new SchemeId(new UUID(0, 31)),
                to,
                Language.NN,
                Instant.parse("2025-03-20T10:00:00Z"),
                Optional.empty(),
                new Letter.Receipt(
                        "altinn",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return new Outgoing(
                letter,
                Optional.of(new KnownMunicipality(
                        to.municipality(),
                        to.number(),
                        to.name(),
                        canSignIn ? Optional.of(new OrganisationNumber("964338531")) : Optional.empty(),
                        LocalDate.of(2025, 4, 1))),
                Optional.empty(),
                0);
    }

    private record Settings(URI url) implements AltinnSettings {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public String resource() {
            return "hdir-tilskuddsbrev";
        }

        @Override
        public String sender() {
            return "983544622";
        }

        @Override
        public URI tokenUrl() {
            return URI.create(url + "/token");
        }

        @Override
        public String tokenAudience() {
            return "https://maskinporten.example/";
        }
    }
}
