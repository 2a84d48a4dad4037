package no.opptrapping.municipality.registry;

import no.opptrapping.platform.values.OrganisationNumber;

/**
 * An organisation number of a municipality.
 *
 * @param standing a conflicting number is kept as seen, but is not used to recognise the municipality
 * @param origin the reference data's numbers come and go with its editions; one that a person entered stays
 * @param source where it was seen, or who entered it from what
 */
public record RegisteredOrganisationNumber(
        OrganisationNumber number, Period period, Standing standing, Origin origin, String source) {
    /** Whether the sources agree on the number. */
    public enum Standing {
        /** In use. */
        CONFIRMED,
        /** Another source says otherwise, and it is not settled which is right. */
        CONFLICTING
    }

    /** How the register came to know the number. */
    public enum Origin {
        /** From the reference data. */
        REFERENCE,
        /** Entered by an administrator. */
        ENTERED
    }

    /** Whether it is what the municipality is recognised by in its period. */
    public boolean isInUse() {
        return standing == Standing.CONFIRMED;
    }
}
