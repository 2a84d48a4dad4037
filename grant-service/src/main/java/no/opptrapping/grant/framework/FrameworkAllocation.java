package no.opptrapping.grant.framework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemes.SchemeId;

/**
 * A municipality's part of money that has become framework grant, with the terms as they were when it was decided.
 *
 * @param schemeVersion the version of the scheme's rules that it was decided under
 * @param reportOpensOn the first day on which the municipality can tell what the money was used for
 * @param form the form of that report; it has no accounts
 */
public record FrameworkAllocation(
        FrameworkAllocationId id,
        long version,
        UUID run,
        Purpose purpose,
        int schemeVersion,
        Purpose incorporatedFrom,
        Year year,
        AdoptedFrameworkRow row,
        LocalDate reportOpensOn,
        LocalDate reportDueOn,
        String form,
        String adoptedBy,
        Instant adoptedAt) {
    /** A scheme and its place in the state budget. */
    public record Purpose(SchemeId scheme, String chapter, String item) {
        static Purpose of(SchemeVersion version) {
            return new Purpose(
                    version.scheme(), version.rules().chapter(), version.rules().item());
        }
    }
}
