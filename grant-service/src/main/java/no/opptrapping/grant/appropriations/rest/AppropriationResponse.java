package no.opptrapping.grant.appropriations.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
 * @param revised the budget as adopted with all its revisions that are approved
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
        Instant madeAt,

        @Schema(description = "When a second person approved it; until then it is a proposal and there is no money")
        @Nullable
        Instant approvedAt) {
    /** A change of the appropriation during the year. */
    @Schema(name = "AppropriationRevision")
    record Revision(
            UUID id,
            Kroner amount,
            String reason,
            Instant madeAt,

            @Schema(description = "When a second person approved it; until then it changes nothing") @Nullable
            Instant approvedAt) {}

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
                        .map(revision -> new Revision(
                                revision.id(),
                                revision.change(),
                                revision.reason(),
                                revision.madeAt(),
                                approvedAt(revision.approval())))
                        .toList(),
                appropriation.madeAt(),
                approvedAt(appropriation.approval()));
    }

    private static @Nullable Instant approvedAt(Optional<Appropriation.Approval> approval) {
        return approval.map(Appropriation.Approval::at).orElse(null);
    }
}
