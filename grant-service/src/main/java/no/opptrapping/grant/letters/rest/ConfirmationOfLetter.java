package no.opptrapping.grant.letters.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The municipality's word that it has the letter. */
@Schema(name = "LetterConfirmation")
record ConfirmationOfLetter(
        @Schema(required = true, minLength = 1, maxLength = 200, description = "Who has it, for the municipality")
        @Size(min = 1, max = 200)
        String confirmedBy) {}
