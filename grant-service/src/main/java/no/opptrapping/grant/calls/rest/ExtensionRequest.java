package no.opptrapping.grant.calls.rest;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** More time to apply. */
@Schema(name = "CallExtension")
record ExtensionRequest(
        @Schema(
                required = true,
                maxLength = 40,
                description = "The last instant that is on time: later than the present")
        OffsetDateTime deadline,

        @Schema(required = true, maxLength = 2000, description = "In words, for everybody to read") @Size(max = 2000)
        String reason) {
    Instant instant() {
        return deadline.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
