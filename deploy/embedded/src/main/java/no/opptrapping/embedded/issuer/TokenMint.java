package no.opptrapping.embedded.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and signs tokens. */
final class TokenMint {
    static final Duration ORGANISATION_LIFETIME = Duration.ofMinutes(10);
    static final Duration STAFF_LIFETIME = Duration.ofHours(1);

    private final String base;
    private final RSAKey key;
    private final Clock clock;

    TokenMint(String base, RSAKey key, Clock clock) {
        this.base = base;
        this.key = key;
        this.clock = clock;
    }

    String issuer(String name) {
        return base + "/" + name;
    }

    Map<String, Object> publicKeys() {
        return new JWKSet(key).toJSONObject(true);
    }

    String organisation(
            String client, String consumer, @Nullable String supplier, List<String> scopes, @Nullable String audience) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("client_id", client);
        claims.put("client_amr", "private_key_jwt");
        claims.put("scope", String.join(" ", scopes));
        claims.put("consumer", party(consumer));
        if (supplier != null) {
            claims.put("supplier", party(supplier));
            claims.put("delegation_source", issuer(LocalIssuer.MASKINPORTEN));
        }
        if (audience != null) {
            claims.put("aud", audience);
        }
        return sign(LocalIssuer.MASKINPORTEN, claims, ORGANISATION_LIFETIME);
    }

    String staff(String subject, @Nullable String county, List<String> roles) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subject);
        claims.put("aud", LocalIssuer.STAFF_AUDIENCE);
        claims.put("roles", roles);
        if (county != null) {
            claims.put("county", county.contains(",") ? List.of(county.split(",", -1)) : county);
        }
        return sign(LocalIssuer.STAFF, claims, STAFF_LIFETIME);
    }

    /** Signs whatever claims are given; {@code iss}, {@code iat}, {@code exp} and {@code jti} are added where missing. */
    String sign(String issuer, Map<String, Object> claims, Duration lifetime) {
        var now = clock.instant();
        var builder = new JWTClaimsSet.Builder()
                .issuer(issuer(issuer))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
        claims.forEach((name, value) -> builder.claim(name, value instanceof Instant time ? Date.from(time) : value));
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), builder.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Map<String, Object> party(String organisation) {
        return Map.of("authority", "iso6523-actorid-upis", "ID", "0192:" + organisation);
    }
}
