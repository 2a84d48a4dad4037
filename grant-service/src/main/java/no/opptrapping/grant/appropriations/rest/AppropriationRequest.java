package no.opptrapping.grant.appropriations.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.appropriations.RegisterAppropriation;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a new appropriation. */
@Schema(name = "NewAppropriation")
record AppropriationRequest(
        @Schema(required = true) SchemeId schemeId,

        @Schema(required = true, minimum = "2000", maximum = "2100") @NotNull @Min(2000) @Max(2100)
        Integer year,

        @Schema(required = true) Kroner amount,

        @Schema(required = true, maxLength = 500) @Size(max = 500)
        String source,

        @Nullable SchemeId incorporatedFrom) {
    /** The form of a revision: a signed change. */
    @Schema(name = "NewAppropriationRevision")
    record Revision(
            @Schema(required = true) Kroner amount,

            @Schema(required = true, maxLength = 2000) @Size(max = 2000)
            String reason) {}

    RegisterAppropriation.Command command(String registeredBy) {
        return new RegisterAppropriation.Command(
                schemeId, Year.of(year), amount, source, Optional.ofNullable(incorporatedFrom), registeredBy);
    }
}
