package no.opptrapping.grant.carryover.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import no.opptrapping.grant.carryover.ApplyForCarryOver;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.platform.body.Name;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application to carry over as sent. */
@Schema(name = "NewCarryOverApplication")
record CarryOverApplicationRequest(
        @Schema(
                required = true,
                description = "How much, in whole kroner above zero; no more than is unspent and not carried over")
        @NotNull
        Kroner amount,

        @Schema(required = true, maxLength = 2000, description = "What it is needed for, and why it is not spent")
        @Size(max = 2000)
        String reasons,

        @Schema(required = true, maxLength = 200, description = "The person who signs for the municipality")
        @Size(max = 200)
        @Name
        String appliedBy) {
    ApplyForCarryOver.Command command(CarryOverId id) {
        return new ApplyForCarryOver.Command(id, amount, reasons, appliedBy);
    }
}
