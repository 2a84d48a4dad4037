package no.opptrapping.grant.allocation.reserve.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import no.opptrapping.grant.allocation.reserve.PassedOver;
import no.opptrapping.grant.allocation.reserve.ProposeReserve;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom money is offered: the next on the list, or a later one if those before it are passed over with a reason. */
@Schema(name = "NewReserveOffer")
record OfferRequest(
        @Schema(required = true) ApplicationId applicationId,

        @Schema(maxItems = 500, description = "Everybody before it that waits, each with a reason")
        @Size(max = 500)
        @Nullable
        List<@NotNull @Valid PassedOver> passedOver) {
    ProposeReserve.Command command(CallId call) {
        return new ProposeReserve.Command(call, applicationId, Objects.requireNonNullElse(passedOver, List.of()));
    }
}
