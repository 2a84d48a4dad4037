package no.opptrapping.grant.calls.rest;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a new call, for the API's description: {@link CallBody} reads it so that all faults are found. */
@Schema(name = "NewCall")
record CallRequest(
        @Schema(required = true) SchemeId schemeId,

        @Schema(required = true, minimum = "2000", maximum = "2100")
        int year,

        @Schema(required = true) LocalisedText title,
        @Schema(required = true) LocalDate opensOn,
        @Schema(required = true, maxLength = 40) OffsetDateTime deadline,
        @Schema(required = true) Kroner budget,
        @Schema(required = true) DivisionRule rule,
        @Nullable TieRule tieRule,
        @Nullable Boolean smallestUsefulAllowed,
        @Schema(maxItems = 20) @Nullable List<CallDocument> documents) {}
