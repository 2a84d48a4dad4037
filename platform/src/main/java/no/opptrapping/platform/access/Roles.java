package no.opptrapping.platform.access;

/** Values for <code>@RolesAllowed</code>: the claims of {@link Role}, and what an organisation's scopes give. */
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

    private Roles() {}
}
