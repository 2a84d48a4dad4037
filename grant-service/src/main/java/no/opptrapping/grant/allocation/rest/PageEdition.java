package no.opptrapping.grant.allocation.rest;

import no.opptrapping.grant.allocation.runs.Correction;
import no.opptrapping.grant.allocation.runs.NewestEditions;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.platform.language.LocalisedText;
import org.jspecify.annotations.Nullable;

/**
 * How the division that a page is of stands among its editions.
 *
 * @param newest the edition that took its place; null while it stands
 * @param reason why it took the place of another; null when it corrects none
 */
record PageEdition(@Nullable RunId newest, @Nullable LocalisedText reason) {
    /** A division that has been decided once. */
    static final PageEdition ONLY = new PageEdition(null, null);

    static PageEdition of(NewestEditions editions, RunId run) {
        return new PageEdition(
                editions.after(run).orElse(null),
                editions.correctionBy(run).map(Correction::reason).orElse(null));
    }
}
