package no.opptrapping.grant.framework;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/**
 * An adopted incorporation (<i>innlemming</i>) of an earmarked scheme into the framework grant.
 *
 * @param scheme the framework scheme whose appropriation pays
 * @param schemeVersion the version of the framework scheme's rules that the run was made under
 * @param incorporatedFrom the earmarked scheme that it was
 * @param year the year of the framework money
 * @param correction which adopted one it takes the place of; empty: none
 */
public record AdoptedFramework(
        UUID runId,
        SchemeId scheme,
        int schemeVersion,
        SchemeId incorporatedFrom,
        Year year,
        String adoptedBy,
        Instant adoptedAt,
        List<AdoptedFrameworkRow> rows,
        Optional<Correction> correction) {
    /** That it corrects what another run gave, and why. */
    public record Correction(UUID corrects, LocalisedText reason) {}

    public AdoptedFramework {
        rows = List.copyOf(rows);
    }

    /** What the rows take of the appropriation. */
    Kroner total() {
        return Kroner.sum(rows.stream().map(AdoptedFrameworkRow::amount).toList());
    }
}
