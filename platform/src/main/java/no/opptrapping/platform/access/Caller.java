package no.opptrapping.platform.access;

import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.values.OrganisationNumber;

/** Who sends a request. */
public sealed interface Caller {
    /** A short name that tells callers apart, for logs and idempotency: never shown to others. */
    String name();

    /**
     * A municipality or another organisation, with a Maskinporten token.
     *
     * @param consumer whose rights decide
     * @param supplier who acts for the consumer, if somebody does
     * @param scopes what the token allows
     */
    record Organisation(OrganisationNumber consumer, Optional<OrganisationNumber> supplier, Set<String> scopes)
            implements Caller {
        public Organisation {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String name() {
            return "organisation:" + consumer;
        }
    }

    /**
     * A person of the Directorate, the ministry or a county governor.
     *
     * @param subject who it is, stable, from the staff issuer
     * @param roles what the person may do
     * @param county the county number of a county governor's person
     */
    record Staff(String subject, Set<Role> roles, Optional<String> county) implements Caller {
        public Staff {
            roles = Set.copyOf(roles);
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }

        @Override
        public String name() {
            return "staff:" + subject;
        }
    }

    /** Nobody has said who they are. */
    record Anonymous() implements Caller {
        @Override
        public String name() {
            return "anonymous";
        }
    }
}
