package no.opptrapping.platform.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The caller of this request. */
@RequestScoped
public class CurrentCaller {
    static final String ATTRIBUTE = "opptrapping.caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        return of(identity);
    }

    /** The caller that an identity is. */
    public static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? new Caller.Anonymous() : caller;
    }

    /** Whether the caller has the role, one of {@link Roles}. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /**
     * The person who calls.
     *
     * @throws ForbiddenException (403) if it is not a person
     */
    public Caller.Staff staff() {
        if (get() instanceof Caller.Staff staff) {
            return staff;
        }
        throw new ForbiddenException("Only for people of the administration");
    }

    /**
     * The organisation that calls.
     *
     * @throws ForbiddenException (403) if it is not an organisation
     */
    public Caller.Organisation organisation() {
        if (get() instanceof Caller.Organisation organisation) {
            return organisation;
        }
        throw new ForbiddenException("Only for organisations");
    }
}
