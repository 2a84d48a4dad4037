package no.opptrapping.platform.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values for <code>@RolesAllowed</code>: the claims of {@link Role}, what an organisation's scopes give, and names for
 * those that are let in together. Who has a role is in its groups too; no token gives a group.
 */
public final class Roles {
    public static final String ADVISER = "adviser";
    public static final String DECISION_MAKER = "decision-maker";
    public static final String CONTROLLER = "controller";
    public static final String COUNTY_GOVERNOR = "county-governor";
    public static final String MINISTRY = "ministry";
    public static final String ADMINISTRATOR = "administrator";

    /** Scope <code>hdir:tilskudd/kommune.read</code>. */
    public static final String MUNICIPALITY_READ = "municipality-read";

    /** Scope <code>hdir:tilskudd/kommune.write</code>. */
    public static final String MUNICIPALITY_WRITE = "municipality-write";

    /** Scope <code>hdir:tilskudd/intern.read</code>. */
    public static final String INTERNAL_READ = "internal-read";

    /** Scope <code>hdir:tilskudd/intern.write</code>. */
    public static final String INTERNAL_WRITE = "internal-write";

    /** Everybody with a staff token. */
    public static final String STAFF = "staff";

    /** Staff whose sight is the whole country: all but the county governors. */
    public static final String NATIONAL_STAFF = "national-staff";

    /** Those who keep what everybody else builds on: schemes, indicators. */
    public static final String KEEPER = "keeper";

    /** A municipality, or who acts for it, whether it may only read or write too. */
    public static final String MUNICIPALITY = "municipality";

    private static final Map<String, Set<String>> GROUPS = Map.of(
            STAFF, Set.of(ADVISER, DECISION_MAKER, CONTROLLER, COUNTY_GOVERNOR, MINISTRY, ADMINISTRATOR),
            NATIONAL_STAFF, Set.of(ADVISER, DECISION_MAKER, CONTROLLER, MINISTRY, ADMINISTRATOR),
            KEEPER, Set.of(ADVISER, ADMINISTRATOR),
            MUNICIPALITY, Set.of(MUNICIPALITY_READ, MUNICIPALITY_WRITE));

    private Roles() {}

    /** The roles that a value stands for: those of a group, or itself. */
    public static Set<String> of(String roleOrGroup) {
        return GROUPS.getOrDefault(roleOrGroup, Set.of(roleOrGroup));
    }

    /** Whether a municipality is let in where this value stands. */
    public static boolean letsMunicipalitiesIn(String roleOrGroup) {
        return of(roleOrGroup).stream().anyMatch(of(MUNICIPALITY)::contains);
    }

    /** The roles with every group that one of them is in. */
    static Set<String> withGroups(Set<String> roles) {
        return Stream.concat(
                        roles.stream(),
                        GROUPS.keySet().stream()
                                .filter(group -> of(group).stream().anyMatch(roles::contains)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
