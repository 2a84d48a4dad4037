package no.opptrapping.grant.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * An allocation run that has been adopted: the decision that awards are made of.
 *
 * @param schemeVersion the version of the scheme's rules that the run was made under
 * @param structureDate the date whose municipalities it is about, which can be after the adoption
 * @param adoptedBy the subject of the person who adopted it
 * @param office the county governor's office that decided it, of its frame; empty: the Directorate, of the appropriation
 */
public record AdoptedAllocation(
        UUID runId,
        SchemeId scheme,
        int schemeVersion,
        Year year,
        LocalDate structureDate,
        String adoptedBy,
        Instant adoptedAt,
        List<AdoptedAmount> amounts,
        Optional<CountyGovernorOfficeId> office) {
    /** One that the Directorate decided. */
    public AdoptedAllocation(
            UUID runId,
            SchemeId scheme,
            int schemeVersion,
            Year year,
            LocalDate structureDate,
            String adoptedBy,
            Instant adoptedAt,
            List<AdoptedAmount> amounts) {
        this(runId, scheme, schemeVersion, year, structureDate, adoptedBy, adoptedAt, amounts, Optional.empty());
    }

    public AdoptedAllocation {
        amounts = List.copyOf(amounts);
    }

    /** The same decision about these amounts alone. */
    public AdoptedAllocation with(List<AdoptedAmount> others) {
        return new AdoptedAllocation(
                runId, scheme, schemeVersion, year, structureDate, adoptedBy, adoptedAt, others, office);
    }

    /** The same decision by the office that has come in the place of the one. */
    public AdoptedAllocation by(Optional<CountyGovernorOfficeId> standing) {
        return new AdoptedAllocation(
                runId, scheme, schemeVersion, year, structureDate, adoptedBy, adoptedAt, amounts, standing);
    }

    /** What the awards take of the appropriation. */
    Kroner total() {
        return Kroner.sum(amounts.stream().map(AdoptedAmount::amount).toList());
    }
}
