package no.opptrapping.grant.allocation.reserve;

import jakarta.validation.constraints.Size;
import no.opptrapping.grant.applications.ApplicationId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody before the one that is offered money, and why it is passed over; it stays on the list. */
@Schema(name = "PassedOver")
public record PassedOver(
        @Schema(required = true) ApplicationId applicationId,

        @Schema(required = true, maxLength = 1000, description = "Why, in words, for those on the list to read")
        @Size(max = 1000)
        String reason) {}
