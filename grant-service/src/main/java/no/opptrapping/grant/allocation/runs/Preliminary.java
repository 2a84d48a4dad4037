package no.opptrapping.grant.allocation.runs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a run is indicative (<i>foreløpig</i>): computed before there is money, published by a second person, and later
 * confirmed or replaced.
 *
 * @param assumptions what it assumes, for everybody to read
 * @param published empty until a second person has published it
 * @param following what came in its place; empty until something has
 */
public record Preliminary(
        RunId run,
        LocalisedText assumptions,
        Optional<AllocationRun.Adoption> published,
        Optional<Following> following) {
    /** What came after it. */
    public record Following(Outcome outcome, RunId by, Instant at) {}

    /** What became of the amounts. */
    @Schema(name = "PreliminaryOutcome")
    public enum Outcome {
        /** The adopted run gives every municipality the same. */
        CONFIRMED,
        /** Another run, adopted or preliminary, gives other amounts. */
        REPLACED;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
