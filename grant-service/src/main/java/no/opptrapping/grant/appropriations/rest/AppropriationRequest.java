package no.opptrapping.grant.appropriations.rest;

import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a new appropriation, for the API's description. */
@Schema(name = "NewAppropriation")
record AppropriationRequest(
        @Schema(required = true) SchemeId schemeId,

        @Schema(required = true, minimum = "2000", maximum = "2100")
        int year,

        @Schema(required = true) Kroner amount,
        @Schema(required = true, maxLength = 500) String source,
        @Nullable SchemeId incorporatedFrom) {
    /** The form of a revision: a signed change. */
    @Schema(name = "NewAppropriationRevision")
    record Revision(
            @Schema(required = true) Kroner amount,
            @Schema(required = true, maxLength = 2000) String reason) {}
}
