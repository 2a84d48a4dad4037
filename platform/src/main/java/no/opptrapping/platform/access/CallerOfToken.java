package no.opptrapping.platform.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.OrganisationNumber;
import no.opptrapping.platform.values.WrittenText;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caller from a token that has been verified, and gives exactly the roles that its kind of token can give: a
 * Maskinporten token those of its scopes, a staff token those of its <code>roles</code> claim. Access is decided on
 * <code>consumer</code> (docs.digdir.no), never on <code>client_id</code>.
 */
@ApplicationScoped
class CallerOfToken implements SecurityIdentityAugmentor {
    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final String PREFIX = "0192:";
    private static final Map<String, String> ROLE_OF_SCOPE = Map.of(
            "hdir:tilskudd/kommune.read", Roles.MUNICIPALITY_READ,
            "hdir:tilskudd/kommune.write", Roles.MUNICIPALITY_WRITE,
            "hdir:tilskudd/intern.read", Roles.INTERNAL_READ,
            "hdir:tilskudd/intern.write", Roles.INTERNAL_WRITE);

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var tenant =
                Optional.ofNullable(identity.<String>getAttribute("tenant-id")).orElse("");
        var caller = switch (tenant) {
            case "maskinporten" -> organisation(token);
            case "staff" -> staff(token);
            default -> throw new AuthenticationFailedException("A token of an unknown issuer");
        };
        return Uni.createFrom().item(withRolesOf(caller, identity));
    }

    private static SecurityIdentity withRolesOf(Caller caller, SecurityIdentity identity) {
        var roles = switch (caller) {
            case Caller.Organisation organisation ->
                organisation.scopes().stream()
                        .filter(ROLE_OF_SCOPE::containsKey)
                        .map(ROLE_OF_SCOPE::get)
                        .collect(Collectors.toSet());
            case Caller.Staff staff -> staff.roles().stream().map(Role::claim).collect(Collectors.toSet());
            case Caller.Anonymous() -> Set.<String>of();
        };
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                .addRoles(roles)
                .build();
    }

    private static Caller organisation(JsonWebToken token) {
        var consumer = party(token, "consumer")
                .orElseThrow(() -> new AuthenticationFailedException("A Maskinporten token without a consumer"));
        var scopes = token.getClaim("scope") instanceof String text
                ? Arrays.stream(text.split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet())
                : Set.<String>of();
        return new Caller.Organisation(consumer, party(token, "supplier"), scopes);
    }

    private static Optional<OrganisationNumber> party(JsonWebToken token, String claim) {
        if (token.getClaim(claim) instanceof JsonObject party
                && AUTHORITY.equals(party.getString("authority", ""))
                && party.getString("ID", "").startsWith(PREFIX)) {
            return OrganisationNumber.parse(party.getString("ID").substring(PREFIX.length()));
        }
        return Optional.empty();
    }

    private static Caller staff(JsonWebToken token) {
        var subject = token.getSubject();
        if (subject == null || !WrittenText.isName(subject) || !WrittenText.isStorable(subject)) {
            throw new AuthenticationFailedException("A staff token without a subject");
        }
        var county = Optional.ofNullable(text(token.getClaim("county")));
        if (county.filter(WrittenText::isBlank).isPresent()) {
            throw new AuthenticationFailedException("A staff token with a blank county");
        }
        return new Caller.Staff(subject, roles(token.getClaim("roles")), county);
    }

    private static Set<Role> roles(@Nullable Object claim) {
        return claim instanceof JsonArray values
                ? values.stream()
                        .flatMap(value -> Optional.ofNullable(text(value)).flatMap(Role::ofClaim).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static @Nullable String text(@Nullable Object claim) {
        return switch (claim) {
            case String text -> text;
            case JsonString text -> text.getString();
            case null, default -> null;
        };
    }
}
