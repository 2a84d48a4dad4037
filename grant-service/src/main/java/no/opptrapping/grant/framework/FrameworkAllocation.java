package no.opptrapping.grant.framework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/**
 * A municipality's part of money that has become framework grant, with the terms as they were when it was decided. It is
 * never changed: a correction of the run makes the next version of it.
 *
 * @param version 1 of what was decided first, one more for each correction
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
        Instant adoptedAt,
        Optional<Correction> correction) {
    /**
     * What made it another than the version before.
     *
     * @param corrects the run that the version's own run corrects
     * @param amountBefore what the municipality had before it; zero when it had none
     * @param reason why, for everybody to read
     */
    public record Correction(UUID corrects, Kroner amountBefore, LocalisedText reason) {}

    /** What the correction gives, or takes when negative; zero of what was decided first. */
    public Kroner change() {
        return correction.map(one -> row.amount().minus(one.amountBefore())).orElse(Kroner.ZERO);
    }

    /** A scheme and its place in the state budget. */
    public record Purpose(SchemeId scheme, String chapter, String item) {
        static Purpose of(SchemeVersion version) {
            return new Purpose(
                    version.scheme(), version.rules().chapter(), version.rules().item());
        }
    }
}
