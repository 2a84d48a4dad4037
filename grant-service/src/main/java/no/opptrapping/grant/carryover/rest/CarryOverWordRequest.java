package no.opptrapping.grant.carryover.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is proposed or decided, as sent. */
@Schema(name = "NewCarryOverWord")
record CarryOverWordRequest(
        @Schema(
                required = true,
                minimum = "0",
                description =
                        "What is carried over of what was applied for, in whole kroner; when more has been carried"
                                + " over than is unspent: what remains. Zero: nothing")
        @NotNull
        Kroner amount,

        @Schema(required = true, maxLength = 2000, description = "Why, for the municipality to read") @Size(max = 2000)
        String reason) {}
