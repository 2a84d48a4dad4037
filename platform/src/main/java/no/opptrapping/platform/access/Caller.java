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
     * @param supplier who acts for the consumer, if somebody does; it has no rights of its own
     * @param system the supplier's system, when it acts as the consumer's system user
     * @param scopes what the token allows
     */
    record Organisation(
            OrganisationNumber consumer,
            Optional<OrganisationNumber> supplier,
            Optional<String> system,
            Set<String> scopes)
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
     * @param counties the numbers of the counties that a county governor's office covers; an office without any sees
     *     nothing
     */
    record Staff(String subject, Set<Role> roles, Set<String> counties) implements Caller {
        public Staff {
            roles = Set.copyOf(roles);
            counties = Set.copyOf(counties);
        }

        /** Whether a role reaches beyond a county governor's counties. */
        public boolean isOfTheNation() {
            return roles.stream().anyMatch(role -> role != Role.COUNTY_GOVERNOR);
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
