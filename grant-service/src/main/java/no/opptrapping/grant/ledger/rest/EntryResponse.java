package no.opptrapping.grant.ledger.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of the ledger as shown. */
@Schema(name = "LedgerEntry")
record EntryResponse(
        long number,
        UUID id,
        Posting.Kind kind,
        SchemeId schemeId,
        int year,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID awardId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The county governor's office whose frame it is of; missing: of no frame")
        @Nullable
        CountyGovernorOfficeId countyGovernorOfficeId,

        String source,
        String postedBy,
        Instant postedAt,
        @Schema(maxItems = 20) List<Posting.Line> lines) {
    static EntryResponse of(Journal.Entry entry) {
        var posting = entry.posting();
        return new EntryResponse(
                entry.number(),
                entry.id(),
                posting.kind(),
                posting.scheme(),
                posting.year().getValue(),
                posting.award().orElse(null),
                posting.office().orElse(null),
                posting.source(),
                posting.postedBy(),
                posting.postedAt(),
                posting.lines());
    }
}
