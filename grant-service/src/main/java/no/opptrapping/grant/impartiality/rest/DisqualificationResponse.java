package no.opptrapping.grant.impartiality.rest;

import java.time.Instant;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A disqualification as the API shows it; without an end it holds. */
@Schema(name = "Disqualification")
record DisqualificationResponse(
        UUID id,
        @Schema(maxLength = 200) String person,
        SchemeId scheme,
        @Schema(maxLength = 1000) String reason,
        @Schema(maxLength = 255) String recordedBy,
        Instant recordedAt,
        @Schema(maxLength = 255) @Nullable String endedBy,
        @Nullable Instant endedAt) {
    static DisqualificationResponse of(Disqualifications.Disqualification one) {
        return new DisqualificationResponse(
                one.id(),
                one.person(),
                one.scheme(),
                one.reason(),
                one.recordedBy(),
                one.recordedAt(),
                one.ended().map(Disqualifications.Ending::by).orElse(null),
                one.ended().map(Disqualifications.Ending::at).orElse(null));
    }
}
