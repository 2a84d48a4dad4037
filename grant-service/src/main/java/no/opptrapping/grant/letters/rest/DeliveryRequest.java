package no.opptrapping.grant.letters.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What letters are sent through. */
@Schema(name = "LetterChannelChoice")
record DeliveryRequest(
        @Schema(
                required = true,
                maxLength = 40,
                pattern = "^[a-z]+$",
                examples = "feed",
                description = "feed: the municipality's own feed here; altinn: Altinn Correspondence, where it is on")
        @Size(max = 40)
        @Pattern(regexp = "^[a-z]+$", message = "letter.channel-malformed")
        String channel) {}
