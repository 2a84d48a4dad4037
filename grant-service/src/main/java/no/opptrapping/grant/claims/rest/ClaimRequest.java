package no.opptrapping.grant.claims.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that is to be paid back, as sent. */
@Schema(name = "NewClaim")
record ClaimRequest(
        @Schema(required = true, description = "The award that the money is of")
        AwardId awardId,

        @Schema(
                minimum = "2000",
                maximum = "2100",
                description = "The year that the money is of, when it was carried over; missing: the award's")
        @Min(2000)
        @Max(2100)
        @Nullable
        Integer year,

        @Schema(
                required = true,
                description =
                        "Why: misspent, or reduction for what a reduction of the award has claimed. What a report leaves unspent"
                                + " comes by itself")
        Claim.Cause cause,

        @Schema(required = true, minimum = "1", description = "What is to be paid back, in whole kroner")
        Kroner amount,

        @Schema(required = true, maxLength = 4000, description = "Why, in words for the administration")
        @Size(max = 4000)
        String grounds) {}
