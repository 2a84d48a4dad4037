package no.opptrapping.grant.cases.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.cases.CaseMove;
import no.opptrapping.grant.cases.Holding;
import no.opptrapping.grant.cases.SeeCases;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case as the API shows it. */
@Schema(name = "Case")
record CaseResponse(
        ApplicationId applicationId,
        @Schema(maxLength = 20) String reference,
        CallId callId,
        ApplicationStatus applicationStatus,

        @Schema(description = "Who works on it; absent when nobody does")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        HoldingResponse holding,

        @Schema(description = "How it came to that, the newest first", maxItems = 100)
        List<MoveResponse> moves) {
    /** Who works on a case. */
    @Schema(name = "CaseHolding")
    record HoldingResponse(
            @Schema(maxLength = 255, description = "The subject of the adviser who works on it")
            String holder,

            @Schema(
                    maxLength = 255,
                    description = "The subject of the person who gave it: the holder when it was taken")
            String givenBy,

            @Schema(description = "The instant it came into these hands (UTC)")
            Instant since) {
        static HoldingResponse of(Holding holding) {
            return new HoldingResponse(holding.holder(), holding.givenBy(), holding.since());
        }
    }

    /** A move of a case. */
    @Schema(name = "CaseMove")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MoveResponse(
            @Schema(description = "Whether it was taken, given to somebody or let go of")
            CaseMove.Kind kind,

            @Schema(maxLength = 255, description = "Who held it before; absent when nobody did") @Nullable
            String from,

            @Schema(maxLength = 255, description = "Who holds it from then on; absent when nobody does") @Nullable
            String to,

            @Schema(maxLength = 255) String by,

            @Schema(description = "The instant of the move (UTC)")
            Instant at,

            @Schema(maxLength = 2000) @Nullable String reason) {
        static MoveResponse of(CaseMove move) {
            return new MoveResponse(
                    move.kind(),
                    move.from().orElse(null),
                    move.to().orElse(null),
                    move.by(),
                    move.at(),
                    move.reason().orElse(null));
        }
    }

    static CaseResponse of(SeeCases.Seen seen) {
        var application = seen.application();
        return new CaseResponse(
                application.id(),
                application.reference(),
                application.call(),
                application.status(),
                seen.holding().map(HoldingResponse::of).orElse(null),
                seen.moves().stream().map(MoveResponse::of).toList());
    }
}
