package no.opptrapping.grant.allocation.editions;

import java.time.Instant;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.Correction;
import no.opptrapping.grant.allocation.runs.Preliminary;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/**
 * A division that has been decided or published.
 *
 * @param at when it was adopted, or published as preliminary
 * @param corrects the edition that it took the place of, and why
 * @param correctedBy the edition that took its place
 * @param preliminary what it assumes and what became of it, when it gives nobody anything
 * @param follows the preliminary edition that it confirmed or replaced
 */
public record Edition(
        RunId run,
        SchemeId scheme,
        LocalisedText schemeName,
        Year year,
        Instant at,
        Kroner budget,
        Kroner sum,
        int recipients,
        Optional<Correction> corrects,
        Optional<RunId> correctedBy,
        Optional<Preliminary> preliminary,
        Optional<RunId> follows) {
    /** The edition that its amounts are held against: the one that it corrects, or the preliminary one. */
    public Optional<RunId> before() {
        return corrects.map(Correction::corrects).or(() -> follows);
    }
}
