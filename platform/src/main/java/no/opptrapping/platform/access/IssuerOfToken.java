package no.opptrapping.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells by what a token says of its issuer which of the two must have signed it. Nothing is believed yet: the token is
 * verified with that issuer's keys, and its issuer compared once more. The framework's own resolver gives an issuer that
 * was away at the start one more try and then refuses its tokens until a restart; with this one every call tries.
 */
@ApplicationScoped
class IssuerOfToken implements TenantResolver {
    static final String MASKINPORTEN = "maskinporten";
    static final String STAFF = "staff";

    private static final String BEARER = "bearer ";
    private static final int LONGEST = 100_000;

    private final Map<String, String> tenants;
    private final ObjectMapper mapper;

    IssuerOfToken(
            @ConfigProperty(name = "opptrapping.maskinporten.issuer") String maskinporten,
            @ConfigProperty(name = "opptrapping.staff.issuer") String staff,
            ObjectMapper mapper) {
        this.tenants = Map.of(maskinporten, MASKINPORTEN, staff, STAFF);
        this.mapper = mapper;
    }

    @Override
    public @Nullable String resolve(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("Authorization"))
                .filter(header ->
                        header.length() <= LONGEST && header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header -> issuer(header.substring(BEARER.length()).strip()))
                .map(tenants::get)
                .orElse(null);
    }

    private Optional<String> issuer(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var claims = mapper.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return Optional.ofNullable(claims.path("iss").textValue());
        } catch (IllegalArgumentException | JsonProcessingException notAToken) {
            return Optional.empty();
        }
    }
}
