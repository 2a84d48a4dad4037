package no.opptrapping.grant.bankfiles.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import no.opptrapping.grant.schemes.SchemeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which approved payments are to be sent; all of them where nothing is said. */
@Schema(name = "BankFileRequest")
record BankFileRequest(
        @Schema(description = "Only those of the scheme") @Nullable
        SchemeId schemeId,

        @Schema(description = "Only those of awards of the year", minimum = "2000", maximum = "2100")
        @Min(2000)
        @Max(2100)
        @Nullable
        Integer year) {}
