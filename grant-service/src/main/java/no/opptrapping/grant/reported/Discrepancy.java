package no.opptrapping.grant.reported;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Figures of an approved report that could not be posted as they stand.
 *
 * @param received what the report says was received and carried in
 * @param paid what the ledger had as paid of the award, or carried into the year, when the report was heard
 */
public record Discrepancy(
        UUID id,
        UUID award,
        UUID report,
        long version,
        Reason reason,
        Kroner received,
        Kroner spent,
        Kroner unspent,
        Kroner paid,
        Instant foundAt) {
    /** What does not fit. */
    @Schema(name = "DiscrepancyReason")
    public enum Reason {
        /** The ledger does not know the award. */
        UNKNOWN_AWARD,
        /** A figure is below zero. */
        NEGATIVE,
        /** Spent and unspent do not sum to what was paid. */
        DOES_NOT_ADD_UP,
        /** The report says that something else was received than what was paid. */
        RECEIVED_DIFFERS,
        /** Less is unspent than has been carried over: a person decides what remains carried over. */
        BELOW_CARRIED_OVER,
        /** Less is unspent, or spent, than has been claimed back of it: a person lowers the claim. */
        BELOW_CLAIMED;

        /** Whether what follows from reports is told of it all the same, so that persons can answer. */
        boolean isForPersonsToAnswer() {
            return this == BELOW_CARRIED_OVER || this == BELOW_CLAIMED;
        }

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one with the code; an unknown one is a bug, since the database knows the same. */
        public static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
