package no.opptrapping.platform.access;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * A system user (<i>systembruker</i>) of Altinn: a supplier's system that an organisation has given access to act for it
 * (docs.digdir.no, <code>authorization_details</code>).
 *
 * @param organisation whose system user it is
 * @param system the supplier's system
 */
record SystemUser(OrganisationNumber organisation, Optional<String> system) {
    private static final String TYPE = "urn:altinn:systemuser";

    /** The one that the claim tells of; one that tells of several, or of one without its organisation, is refused. */
    static Optional<SystemUser> of(@Nullable Object claim) {
        if (!(claim instanceof JsonArray details)) {
            return Optional.empty();
        }
        var users = details.stream().filter(SystemUser::isSystemUser).toList();
        return switch (users.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(read(users.getFirst().asJsonObject()));
            default -> throw new AuthenticationFailedException("A token of several system users");
        };
    }

    private static boolean isSystemUser(JsonValue detail) {
        return detail instanceof JsonObject object && TYPE.equals(object.getString("type", ""));
    }

    private static SystemUser read(JsonObject detail) {
        var organisation = CallerOfToken.party(detail.get("systemuser_org"))
                .orElseThrow(() -> new AuthenticationFailedException("A system user without its organisation"));
        return new SystemUser(
                organisation, Optional.of(detail.getString("system_id", "")).filter(id -> !id.isBlank()));
    }
}
