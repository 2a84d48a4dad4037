package no.opptrapping.municipality.indicators;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a version of a set came to be.
 *
 * @param at when, or empty if it was not recorded
 * @param by who uploaded or adopted it, or what it is made from
 */
public record Publication(Origin origin, Optional<Instant> at, String by) {
    /** Where a version came from. */
    public enum Origin {
        /** From the reference data that comes with the service. */
        REFERENCE,
        /** Uploaded by a person. */
        UPLOADED,
        /** Read from an official source and adopted by a person. */
        ADOPTED,
        /** Converted here from what a person uploaded or adopted. */
        CONVERTED;

        /** Whether a person gave the values, so that nothing but another person's act replaces them. */
        public boolean isOfAPerson() {
            return this == UPLOADED || this == ADOPTED;
        }

        /** The word in API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
