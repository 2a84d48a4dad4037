package no.opptrapping.embedded.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.embedded.StartFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {
    private static final String READ = "hdir:tilskudd/kommune.read";
    private static final Map<String, String> ORGANISATION = Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            "c1",
            "client_secret",
            "local",
            "scope",
            READ,
            "consumer_org",
            "958935420");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    LocalIssuer issuer;

    @BeforeEach
    void start() {
        issuer = LocalIssuer.start(directory, 0);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void givesAnOrganisationTheClaimsOfMaskinporten() throws Exception {
        var answer = ask("maskinporten", with(ORGANISATION, "supplier_org", "983544622"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var claims = verified(answer, "maskinporten");
        assertThat(claims.getIssuer()).isEqualTo(issuer.issuer("maskinporten"));
        assertThat(claims.getClaim("client_id")).isEqualTo("c1");
        assertThat(claims.getClaim("scope")).isEqualTo(READ);
        assertThat(claims.getJSONObjectClaim("consumer"))
                .containsOnly(entry("authority", "iso6523-actorid-upis"), entry("ID", "0192:958935420"));
        assertThat(claims.getJSONObjectClaim("supplier")).containsEntry("ID", "0192:983544622");
        assertThat(claims.getAudience()).isEmpty();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void givesAPersonRolesAndCounty() throws Exception {
        var answer = ask(
                "staff",
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        "kari",
                        "roles",
                        "county-governor,controller",
                        "county",
                        "50"));

        var claims = verified(answer, "staff");
        assertThat(claims.getIssuer()).isEqualTo(issuer.issuer("staff"));
        assertThat(claims.getSubject()).isEqualTo("kari");
        assertThat(claims.getAudience()).containsExactly("opptrapping");
        assertThat(claims.getStringListClaim("roles")).containsExactly("county-governor", "controller");
        assertThat(claims.getClaim("county")).isEqualTo("50");
    }

    @Test
    void refusesUnknownRolesAndACountyGovernorWithoutACounty() throws Exception {
        assertRefused(
                ask("staff", Map.of("grant_type", "password", "username", "kari", "roles", "emperor")),
                400,
                "invalid_request");
        assertRefused(
                ask("staff", Map.of("grant_type", "password", "username", "kari", "roles", "county-governor")),
                400,
                "invalid_request");
    }

    @Test
    void refusesAWrongSecretAForeignScopeAndAnUnknownGrant() throws Exception {
        assertThat(ask("maskinporten", ORGANISATION).statusCode()).isEqualTo(200);
        assertRefused(ask("maskinporten", with(ORGANISATION, "client_secret", "guess")), 401, "invalid_client");
        assertRefused(ask("maskinporten", with(ORGANISATION, "scope", READ + " skatt:inntekt")), 400, "invalid_scope");
        assertRefused(ask("maskinporten", with(ORGANISATION, "consumer_org", "12")), 400, "invalid_request");
        assertRefused(ask("maskinporten", with(ORGANISATION, "grant_type", "password")), 400, "unsupported_grant_type");
        assertRefused(ask("staff", ORGANISATION), 400, "unsupported_grant_type");
    }

    @Test
    void letsAClientSignForItselfAndForAnotherOrganisation() throws Exception {
        var own = verified(bearer(sign(assertion().build())), "maskinporten");
        assertThat(own.getJSONObjectClaim("consumer")).containsEntry("ID", "0192:983544622");
        assertThat(own.getClaim("supplier")).isNull();

        var delegated = assertion()
                .claim("consumer_org", "958935420")
                .claim("resource", "https://example.no")
                .build();
        var other = verified(bearer(sign(delegated)), "maskinporten");
        assertThat(other.getJSONObjectClaim("consumer")).containsEntry("ID", "0192:958935420");
        assertThat(other.getJSONObjectClaim("supplier")).containsEntry("ID", "0192:983544622");
        assertThat(other.getAudience()).containsExactly("https://example.no");
    }

    @Test
    void acceptsAClientWithAnEllipticKey() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        issuer.register(new Client("elliptic", "958935420", key.toPublicJWK()));
        var claims = assertion().issuer("elliptic").build();

        assertThat(bearer(sign(claims, JWSAlgorithm.ES256, new ECDSASigner(key)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnAssertionThatIsUsedTwiceTamperedExpiredOrForSomebodyElse() throws Exception {
        var once = sign(assertion().build());
        assertThat(bearer(once).statusCode()).isEqualTo(200);
        assertRefused(bearer(once), 400, "invalid_grant");

        var genuine = sign(assertion().build());
        var parts = genuine.split("\\.", -1);
        var forged = assertion()
                .claim("consumer_org", "958935420")
                .build()
                .toPayload()
                .toBase64URL();
        assertRefused(bearer(parts[0] + "." + forged + "." + parts[2]), 400, "invalid_grant");

        var now = Instant.now();
        var expired =
                assertion().issueTime(Date.from(now.minusSeconds(90))).expirationTime(Date.from(now.minusSeconds(1)));
        assertRefused(bearer(sign(expired.build())), 400, "invalid_grant");
        var longLived = assertion().expirationTime(Date.from(now.plusSeconds(3600)));
        assertRefused(bearer(sign(longLived.build())), 400, "invalid_grant");
        assertRefused(bearer(sign(assertion().audience("https://other.no").build())), 400, "invalid_grant");
        assertRefused(bearer(sign(assertion().jwtID(null).build())), 400, "invalid_grant");
        assertRefused(bearer(sign(assertion().issuer("stranger").build())), 401, "invalid_client");
        assertRefused(bearer(sign(assertion().claim("scope", "skatt:inntekt").build())), 400, "invalid_scope");
        assertRefused(bearer("not a token"), 400, "invalid_grant");
    }

    @Test
    void keepsItsKeyOverARestartReadableByTheOwnerOnly() throws Exception {
        var token = SignedJWT.parse(issuer.organisationToken("958935420", READ));
        issuer.close();
        issuer = LocalIssuer.start(directory, 0);

        assertThat(token.verify(new RSASSAVerifier(publicKey("maskinporten")))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("issuer.jwk"))))
                .isEqualTo("rw-------");
        assertThat(get("/maskinporten/jwks").body()).doesNotContain("\"d\"");
    }

    @Test
    void describesBothIssuers() throws Exception {
        for (var name : List.of("maskinporten", "staff")) {
            var document = JSONObjectUtils.parse(
                    get("/" + name + "/.well-known/openid-configuration").body());
            assertThat(document)
                    .containsEntry("issuer", issuer.issuer(name))
                    .containsEntry("token_endpoint", issuer.issuer(name) + "/token")
                    .containsEntry("jwks_uri", issuer.issuer(name) + "/jwks");
        }
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAPortThatIsTaken() {
        var port = URI.create(issuer.baseUrl()).getPort();
        assertThatThrownBy(() -> LocalIssuer.start(directory, port))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Port " + port);
    }

    private JWTClaimsSet.Builder assertion() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(LocalIssuer.CLIENT)
                .audience(issuer.issuer("maskinporten"))
                .claim("scope", READ)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(100)))
                .jwtID(UUID.randomUUID().toString());
    }

    private String sign(JWTClaimsSet claims) throws Exception {
        var key = RSAKey.parse(Files.readString(directory.resolve("client.jwk")));
        return sign(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        var token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(signer);
        return token.serialize();
    }

    private HttpResponse<String> bearer(String assertion) throws Exception {
        return ask("maskinporten", Map.of("grant_type", TokenRequests.JWT_BEARER, "assertion", assertion));
    }

    private HttpResponse<String> ask(String name, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer.issuer(name) + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(issuer.baseUrl() + path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private RSAKey publicKey(String name) throws Exception {
        return JWKSet.parse(get("/" + name + "/jwks").body()).getKeys().get(0).toRSAKey();
    }

    private JWTClaimsSet verified(HttpResponse<String> answer, String name) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var token =
                SignedJWT.parse((String) JSONObjectUtils.parse(answer.body()).get("access_token"));
        assertThat(token.verify(new RSASSAVerifier(publicKey(name)))).isTrue();
        return token.getJWTClaimsSet();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(JSONObjectUtils.parse(answer.body()))
                .containsEntry("error", code)
                .containsKey("error_description");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var copy = new HashMap<>(form);
        copy.put(name, value);
        return copy;
    }
}
