package no.opptrapping.platform.access;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells an access token from the other kinds that the same issuer signs with the same keys. RFC 9068 has a type for
 * access tokens that not every issuer writes, so what speaks against decides: a type of another kind, and claims that
 * OpenID Connect Core has in id tokens only.
 */
final class StaffToken {
    private static final Set<String> ACCESS = Set.of("at+jwt", "application/at+jwt", "bearer");
    private static final Set<String> UNTOLD = Set.of("", "jwt");
    private static final Set<String> ONLY_IN_ID_TOKENS = Set.of("at_hash", "c_hash", "s_hash");

    private StaffToken() {}

    static boolean isForAccess(JsonWebToken token) {
        var types = Stream.of(headerType(token), token.getClaim("typ") instanceof String claim ? claim : "")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .toList();
        if (!types.stream().allMatch(type -> ACCESS.contains(type) || UNTOLD.contains(type))
                || ONLY_IN_ID_TOKENS.stream().anyMatch(token::containsClaim)) {
            return false;
        }
        // Some issuers repeat the nonce in access tokens; then they say that it is one.
        return !token.containsClaim("nonce") || types.stream().anyMatch(ACCESS::contains);
    }

    private static String headerType(JsonWebToken token) {
        var header = token.getRawToken().split("\\.", 2)[0];
        try (var reader = Json.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8)))) {
            return reader.readObject().getString("typ", "");
        } catch (JsonException | IllegalArgumentException impossible) {
            throw new IllegalStateException("A token that was verified has a header", impossible);
        }
    }
}
