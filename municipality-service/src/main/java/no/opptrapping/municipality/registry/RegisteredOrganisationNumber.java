package no.opptrapping.municipality.registry;

import no.opptrapping.platform.values.OrganisationNumber;

/**
 * An organisation number of a municipality.
 *
 * @param standing a conflicting number is kept as seen, but is not used to recognise the municipality
 * @param source where it was seen, or who entered it from what
 */
public record RegisteredOrganisationNumber(OrganisationNumber number, Period period, Standing standing, String source) {
    /** Whether the sources agree on the number. */
    public enum Standing {
        /** In use. */
        CONFIRMED,
        /** Another source says otherwise, and it is not settled which is right. */
        CONFLICTING
    }

    /** Whether it is what the municipality is recognised by in its period. */
    public boolean isInUse() {
        return standing == Standing.CONFIRMED;
    }
}
