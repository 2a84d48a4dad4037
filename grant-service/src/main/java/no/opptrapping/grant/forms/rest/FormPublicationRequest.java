package no.opptrapping.grant.forms.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.function.IntPredicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which draft of a form is published, and why the form is corrected. */
@Schema(name = "FormPublication")
record FormPublicationRequest(
        @Schema(description = "The edition that was read; left out: whichever there is", minimum = "1")
        @Min(1)
        @Nullable
        Integer edition,

        @Schema(required = true, maxLength = 2000, description = "In words, for everybody to read") @Size(max = 2000)
        String reason) {
    IntPredicate read() {
        return edition == null ? _ -> true : edition::equals;
    }
}
