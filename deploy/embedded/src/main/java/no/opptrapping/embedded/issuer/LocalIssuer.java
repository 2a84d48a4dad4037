package no.opptrapping.embedded.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.opptrapping.embedded.StartFailure;

/**
 * Two OpenID Connect issuers on one port of the loopback interface: {@code /maskinporten} for organisations and
 * {@code /staff} for people. Anybody who reaches the port gets the token that is asked for: for development and tests only.
 */
public final class LocalIssuer implements AutoCloseable {
    /** Name of the issuer for organisations, with the claims of Maskinporten. */
    public static final String MASKINPORTEN = "maskinporten";

    /** Name of the issuer for people in the Directorate, the ministry and at the county governors. */
    public static final String STAFF = "staff";

    /** The audience of staff tokens. */
    public static final String STAFF_AUDIENCE = "opptrapping";

    /** The client that signs with the key in {@code client.jwk}; it belongs to the Norwegian Directorate of Health. */
    public static final String CLIENT = "local-client";

    private static final String CLIENT_ORGANISATION = "983544622";
    private static final int LARGEST_REQUEST = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final TokenMint mint;
    private final TokenRequests requests;

    private LocalIssuer(HttpServer server, TokenMint mint, TokenRequests requests) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.mint = mint;
        this.requests = requests;
    }

    /**
     * Starts the issuer in this process.
     *
     * @param directory where its key is kept between runs, and the key {@code client.jwk} of {@link #CLIENT}
     * @param port to listen to, 0 for a free one
     */
    public static LocalIssuer start(Path directory, int port) {
        return start(directory, port, Clock.systemUTC());
    }

    static LocalIssuer start(Path directory, int port, Clock clock) {
        try {
            var server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
            var base = "http://127.0.0.1:" + server.getAddress().getPort();
            var mint = new TokenMint(base, KeyFile.readOrCreate(directory.resolve("issuer.jwk")), clock);
            var requests = new TokenRequests(mint, clock);
            var clientKey = KeyFile.readOrCreate(directory.resolve("client.jwk"));
            requests.register(new Client(CLIENT, CLIENT_ORGANISATION, clientKey.toPublicJWK()));
            var issuer = new LocalIssuer(server, mint, requests);
            server.createContext("/", issuer::handle);
            server.setExecutor(issuer.threads);
            server.start();
            return issuer;
        } catch (BindException e) {
            throw new StartFailure("Port " + port + ", which the issuer needs, is taken by another program.", e);
        } catch (IOException e) {
            throw new StartFailure("Could not start the issuer: " + e.getMessage(), e);
        }
    }

    /** The address below which the issuers are found. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The issuer's address as in the claim {@code iss}, for {@link #MASKINPORTEN} or {@link #STAFF}. */
    public String issuer(String name) {
        return mint.issuer(name);
    }

    /** A token for an organisation's own system. */
    public String organisationToken(String organisation, String... scopes) {
        return mint.organisation("test-client", organisation, null, List.of(scopes), null);
    }

    /** A token for a supplier that acts for an organisation. */
    public String delegatedToken(String organisation, String supplier, String... scopes) {
        return mint.organisation("test-client", organisation, supplier, List.of(scopes), null);
    }

    /** A token for a person with roles. */
    public String staffToken(String subject, String... roles) {
        return mint.staff(subject, null, List.of(roles));
    }

    /** A token for somebody at a county governor's office: its counties, two digits each, with commas. */
    public String countyGovernorToken(String subject, String counties) {
        return mint.staff(subject, counties, List.of("county-governor"));
    }

    /**
     * A token with exactly these claims (instants as {@link java.time.Instant}); {@code iss}, {@code iat}, {@code exp} and
     * {@code jti} are added where they are not given. For tests of what a service refuses.
     */
    public String tokenWith(String issuer, Map<String, Object> claims) {
        return mint.sign(issuer, claims, Duration.ofMinutes(10));
    }

    /** Makes a client known, so that it can ask for tokens with assertions that it signs. */
    public void register(Client client) {
        requests.register(client);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (request) {
                case "GET /" -> answer(exchange, 200, Map.of("issuers", List.of(issuer(MASKINPORTEN), issuer(STAFF))));
                case "GET /maskinporten/.well-known/openid-configuration",
                        "GET /maskinporten/.well-known/oauth-authorization-server" ->
                    answer(exchange, 200, discovery(MASKINPORTEN, TokenRequests.JWT_BEARER, "client_credentials"));
                case "GET /staff/.well-known/openid-configuration" ->
                    answer(exchange, 200, discovery(STAFF, "password"));
                case "GET /maskinporten/jwks", "GET /staff/jwks" -> answer(exchange, 200, mint.publicKeys());
                case "POST /maskinporten/token" -> token(exchange, MASKINPORTEN);
                case "POST /staff/token" -> token(exchange, STAFF);
                default -> answer(exchange, 404, Map.of("error", "not_found"));
            }
        }
    }

    private void token(HttpExchange exchange, String issuer) throws IOException {
        try {
            var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            if (body.length > LARGEST_REQUEST) {
                throw Refusal.request("The request is too large");
            }
            answer(exchange, 200, requests.answer(issuer, form(new String(body, StandardCharsets.UTF_8))));
        } catch (Refusal refusal) {
            var description = Objects.requireNonNullElse(refusal.getMessage(), refusal.code());
            answer(exchange, refusal.status(), Map.of("error", refusal.code(), "error_description", description));
        }
    }

    private Map<String, Object> discovery(String name, String... grants) {
        return Map.of(
                "issuer", issuer(name),
                "jwks_uri", issuer(name) + "/jwks",
                "token_endpoint", issuer(name) + "/token",
                "grant_types_supported", List.of(grants),
                "token_endpoint_auth_methods_supported", List.of("private_key_jwt", "client_secret_post"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private static Map<String, String> form(String body) throws Refusal {
        var form = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            try {
                var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                var value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
                if (form.put(name, value) != null) {
                    throw Refusal.request(name + " is given twice");
                }
            } catch (IllegalArgumentException e) {
                throw Refusal.request("The form is not URL-encoded: " + e.getMessage());
            }
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        var bytes = JSONObjectUtils.toJSONString(content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
