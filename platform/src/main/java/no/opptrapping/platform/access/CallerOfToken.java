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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.values.OrganisationNumber;
import no.opptrapping.platform.values.WrittenText;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caller from a token that has been verified, and gives exactly the roles that its kind of token can give: a
 * Maskinporten token those of its scopes, a staff token those of its <code>roles</code> claim. Access is decided on
 * <code>consumer</code> (docs.digdir.no), never on <code>client_id</code>; of a system user (<i>systembruker</i>) on the
 * organisation that has it, since there the consumer is the system's supplier.
 */
@ApplicationScoped
class CallerOfToken implements SecurityIdentityAugmentor {
    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final String PREFIX = "0192:";
    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern COUNTY = Pattern.compile("[0-9]{2}");
    private static final Map<String, String> ROLE_OF_SCOPE = Map.of(
            "hdir:tilskudd/kommune.read", Roles.MUNICIPALITY_READ,
            "hdir:tilskudd/kommune.write", Roles.MUNICIPALITY_WRITE,
            "hdir:tilskudd/intern.read", Roles.INTERNAL_READ,
            "hdir:tilskudd/intern.write", Roles.INTERNAL_WRITE);

    private final String audience;
    private final boolean audienceRequired;

    CallerOfToken(
            @ConfigProperty(name = "opptrapping.maskinporten.audience") String audience,
            @ConfigProperty(name = "opptrapping.maskinporten.audience-required") boolean audienceRequired) {
        this.audience = audience;
        this.audienceRequired = audienceRequired;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var tenant =
                Optional.ofNullable(identity.<String>getAttribute("tenant-id")).orElse("");
        var caller = switch (tenant) {
            case IssuerOfToken.MASKINPORTEN -> organisation(token);
            case IssuerOfToken.STAFF -> staff(token);
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
                .addRoles(Roles.withGroups(roles))
                .build();
    }

    private Caller organisation(JsonWebToken token) {
        requireAudience(token);
        var consumer = party(token.getClaim("consumer"))
                .orElseThrow(() -> new AuthenticationFailedException("A Maskinporten token without a consumer"));
        var supplier = optionalParty(token, "supplier");
        var scopes = token.getClaim("scope") instanceof String text
                ? Arrays.stream(text.split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet())
                : Set.<String>of();
        return SystemUser.of(token.getClaim("authorization_details"))
                .map(user -> new Caller.Organisation(
                        user.organisation(), Optional.of(supplier.orElse(consumer)), user.system(), scopes))
                .orElseGet(() -> new Caller.Organisation(consumer, supplier, Optional.empty(), scopes));
    }

    /** A token that says whom it is meant for must be meant for us. */
    private void requireAudience(JsonWebToken token) {
        var meantFor = token.getAudience();
        var saysNothing = meantFor == null || meantFor.isEmpty();
        var isMeantForUs = saysNothing ? !audienceRequired : meantFor.contains(audience);
        if (!isMeantForUs) {
            throw new AuthenticationFailedException("A Maskinporten token that is meant for somebody else");
        }
    }

    /** Nobody when the token does not speak of it; what is there and cannot be read is no token of Maskinporten's. */
    private static Optional<OrganisationNumber> optionalParty(JsonWebToken token, String claim) {
        if (!token.containsClaim(claim)) {
            return Optional.empty();
        }
        return Optional.of(party(token.getClaim(claim))
                .orElseThrow(() -> new AuthenticationFailedException("A Maskinporten token with an odd " + claim)));
    }

    /** The organisation of a party as Maskinporten writes it; empty when it is none. */
    static Optional<OrganisationNumber> party(@Nullable Object claim) {
        if (claim instanceof JsonObject party
                && AUTHORITY.equals(party.getString("authority", ""))
                && party.getString("ID", "").startsWith(PREFIX)) {
            return OrganisationNumber.parseExactly(party.getString("ID").substring(PREFIX.length()));
        }
        return Optional.empty();
    }

    private static Caller staff(JsonWebToken token) {
        if (!StaffToken.isForAccess(token)) {
            throw new AuthenticationFailedException("A staff token that tells who somebody is and gives no access");
        }
        var subject = token.getSubject();
        if (subject == null
                || subject.length() > LONGEST_SUBJECT
                || !WrittenText.isName(subject)
                || !WrittenText.isStorable(subject)) {
            throw new AuthenticationFailedException("A staff token without a subject that can be written down");
        }
        return new Caller.Staff(subject, roles(token.getClaim("roles")), counties(token.getClaim("county")));
    }

    /** One county number or a list of them; what is none is left out, so that an odd claim never opens more. */
    private static Set<String> counties(@Nullable Object claim) {
        var values = claim instanceof JsonArray several
                ? several.stream().map(CallerOfToken::text)
                : Stream.of(claim).map(CallerOfToken::text);
        return values.filter(value -> value != null && COUNTY.matcher(value).matches())
                .collect(Collectors.toUnmodifiableSet());
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
