package no.opptrapping.grant.appropriations.rest;

import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An appropriation as the API shows it.
 *
 * @param amount the budget as adopted
 * @param revised the budget as adopted with all its revisions
 */
@Schema(name = "Appropriation")
record AppropriationResponse(
        AppropriationId id,
        SchemeId schemeId,
        int year,
        Kroner amount,
        Kroner revised,
        String source,
        @Nullable SchemeId incorporatedFrom,
        List<Revision> revisions,
        Instant madeAt) {
    /** A change of the appropriation during the year. */
    @Schema(name = "AppropriationRevision")
    record Revision(Kroner amount, String reason, Instant madeAt) {}

    static AppropriationResponse of(Appropriation appropriation) {
        return new AppropriationResponse(
                appropriation.id(),
                appropriation.scheme(),
                appropriation.year().getValue(),
                appropriation.adopted(),
                appropriation.revised(),
                appropriation.source(),
                appropriation.incorporatedFrom().orElse(null),
                appropriation.revisions().stream()
                        .map(revision -> new Revision(revision.change(), revision.reason(), revision.madeAt()))
                        .toList(),
                appropriation.madeAt());
    }
}
