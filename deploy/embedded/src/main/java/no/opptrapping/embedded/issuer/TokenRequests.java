package no.opptrapping.embedded.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides which token a request gets, if any. */
final class TokenRequests {
    static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final String SECRET = "local";

    private static final String SCOPE_PREFIX = "hdir:tilskudd/";
    private static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(2);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final Set<String> ROLES =
            Set.of("adviser", "decision-maker", "controller", "county-governor", "ministry", "administrator");

    private final TokenMint mint;
    private final Clock clock;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final SeenAssertions seen = new SeenAssertions();

    TokenRequests(TokenMint mint, Clock clock) {
        this.mint = mint;
        this.clock = clock;
    }

    void register(Client client) {
        clients.put(client.id(), client);
    }

    /** The token, with how long it lasts and its scope, as the answer's members. */
    Map<String, Object> answer(String issuer, Map<String, String> form) throws Refusal {
        var type = required(form, "grant_type");
        return switch (issuer) {
            case LocalIssuer.MASKINPORTEN ->
                switch (type) {
                    case JWT_BEARER -> signedByClient(form);
                    case "client_credentials" -> withLocalSecret(form);
                    default -> throw Refusal.grantType("This issuer knows " + JWT_BEARER + " and client_credentials");
                };
            case LocalIssuer.STAFF -> {
                if (!"password".equals(type)) {
                    throw Refusal.grantType("This issuer knows password");
                }
                yield staff(form);
            }
            default -> throw new IllegalArgumentException(issuer);
        };
    }

    private Map<String, Object> withLocalSecret(Map<String, String> form) throws Refusal {
        var client = required(form, "client_id");
        if (!SECRET.equals(required(form, "client_secret"))) {
            throw Refusal.client("Wrong client_secret");
        }
        var scopes = scopes(required(form, "scope"));
        var consumer = organisation(required(form, "consumer_org"));
        var supplier = form.containsKey("supplier_org") ? organisation(required(form, "supplier_org")) : null;
        return organisationAnswer(client, consumer, supplier, scopes, form.get("resource"));
    }

    private Map<String, Object> signedByClient(Map<String, String> form) throws Refusal {
        try {
            var assertion = SignedJWT.parse(required(form, "assertion"));
            var claims = assertion.getJWTClaimsSet();
            var client = clients.get(Objects.requireNonNullElse(claims.getIssuer(), ""));
            if (client == null) {
                throw Refusal.client("Unknown client: " + claims.getIssuer());
            }
            checkSignature(assertion, client);
            checkClaims(claims, client);
            var scopes = scopes(Objects.requireNonNullElse(claims.getStringClaim("scope"), ""));
            var onBehalfOf = claims.getStringClaim("consumer_org");
            return onBehalfOf == null
                    ? organisationAnswer(
                            client.id(), client.organisation(), null, scopes, claims.getStringClaim("resource"))
                    : organisationAnswer(
                            client.id(),
                            organisation(onBehalfOf),
                            client.organisation(),
                            scopes,
                            claims.getStringClaim("resource"));
        } catch (ParseException e) {
            throw Refusal.grant("The assertion is not a signed JWT: " + e.getMessage());
        }
    }

    private static void checkSignature(SignedJWT assertion, Client client) throws Refusal {
        try {
            Key key = switch (client.publicKey().getKeyType().getValue()) {
                case "RSA" -> client.publicKey().toRSAKey().toRSAPublicKey();
                case "EC" -> client.publicKey().toECKey().toECPublicKey();
                default -> throw Refusal.client("The client's key is neither RSA nor EC");
            };
            var verifier = new DefaultJWSVerifierFactory().createJWSVerifier(assertion.getHeader(), key);
            if (!assertion.verify(verifier)) {
                throw Refusal.grant("The assertion's signature is wrong");
            }
        } catch (JOSEException e) {
            throw Refusal.grant("The assertion's signature cannot be checked: " + e.getMessage());
        }
    }

    private void checkClaims(JWTClaimsSet claims, Client client) throws Refusal {
        var now = clock.instant();
        var issuedAt = claims.getIssueTime();
        var expires = claims.getExpirationTime();
        if (!claims.getAudience().contains(mint.issuer(LocalIssuer.MASKINPORTEN))) {
            throw Refusal.grant("aud must be " + mint.issuer(LocalIssuer.MASKINPORTEN));
        }
        if (issuedAt == null || expires == null || claims.getJWTID() == null) {
            throw Refusal.grant("iat, exp and jti are required");
        }
        var expiry = expires.toInstant();
        if (!expiry.isAfter(now)) {
            throw Refusal.grant("The assertion has expired");
        }
        if (issuedAt.toInstant().isAfter(now.plus(CLOCK_SKEW))
                || Duration.between(issuedAt.toInstant(), expiry).compareTo(ASSERTION_LIFETIME) > 0) {
            throw Refusal.grant("exp may be at most " + ASSERTION_LIFETIME.toSeconds() + " seconds after iat");
        }
        if (!seen.note(client.id() + " " + claims.getJWTID(), expiry, now)) {
            throw Refusal.grant("The assertion has been used before");
        }
    }

    private Map<String, Object> organisationAnswer(
            String client, String consumer, @Nullable String supplier, List<String> scopes, @Nullable String resource) {
        return Map.of(
                "access_token", mint.organisation(client, consumer, supplier, scopes, resource),
                "token_type", "Bearer",
                "expires_in", TokenMint.ORGANISATION_LIFETIME.toSeconds(),
                "scope", String.join(" ", scopes));
    }

    private Map<String, Object> staff(Map<String, String> form) throws Refusal {
        var username = required(form, "username");
        var roles = List.of(required(form, "roles").split(",", -1));
        for (var role : roles) {
            if (!ROLES.contains(role)) {
                throw Refusal.request("Unknown role " + role + "; the roles are "
                        + String.join(", ", ROLES.stream().sorted().toList()));
            }
        }
        var county = form.get("county");
        if (roles.contains("county-governor") && (county == null || !county.matches("[0-9]{2}(,[0-9]{2})*"))) {
            throw Refusal.request("A county-governor needs county, two-digit numbers of counties with commas between");
        }
        return Map.of(
                "access_token", mint.staff(username, county, roles),
                "token_type", "Bearer",
                "expires_in", TokenMint.STAFF_LIFETIME.toSeconds());
    }

    private static List<String> scopes(String text) throws Refusal {
        var scopes = List.of(text.strip().split(" +"));
        for (var scope : scopes) {
            if (!scope.startsWith(SCOPE_PREFIX) || scope.length() == SCOPE_PREFIX.length()) {
                throw Refusal.scope("Not a scope of this system (" + SCOPE_PREFIX + "...): " + scope);
            }
        }
        return scopes;
    }

    private static String organisation(String number) throws Refusal {
        if (!number.matches("[0-9]{9}")) {
            throw Refusal.request("An organisation number has nine digits: " + number);
        }
        return number;
    }

    private static String required(Map<String, String> form, String name) throws Refusal {
        var value = form.get(name);
        if (value == null || value.isBlank()) {
            throw Refusal.request(name + " is missing");
        }
        return value;
    }
}
