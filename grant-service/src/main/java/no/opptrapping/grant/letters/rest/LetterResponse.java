package no.opptrapping.grant.letters.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter and how far it has come; what is not there yet is left out. */
@Schema(name = "Letter")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterResponse(
        @Schema(required = true) LetterId id,

        @Schema(required = true, description = "award: a grant; rejection: that an application is rejected")
        LetterKind kind,

        @Schema(required = true, description = "What was decided: an award, or an application that is rejected")
        UUID subjectId,

        @Schema(
                required = true,
                minimum = "1",
                description = "1 for the first letter about it; a later one takes the place of those before it")
        int edition,

        @Schema(required = true, maxLength = 100) String reference,
        @Schema(required = true, maxLength = 500) String title,
        @Schema(required = true) SchemeId schemeId,
        @Schema(required = true) Recipient recipient,

        @Schema(required = true, maxLength = 2, description = "The language of the document: nb, nn or en")
        String language,

        @Schema(required = true, description = "The day of the decision")
        LocalDate date,

        @Schema(description = "The document that the letter is; missing for the seconds until it has been made")
        @Nullable
        Document document,

        @Schema(required = true, maxLength = 40, description = "What it is sent through: feed or altinn")
        String channel,

        @Schema(description = "When the municipality could first read it") @Nullable
        Instant deliveredAt,

        @Schema(description = "When somebody of the municipality first read it") @Nullable
        Instant openedAt,

        @Schema(description = "When the municipality said that it has it") @Nullable
        Instant confirmedAt,

        @Schema(maxLength = 200, description = "Who said so") @Nullable
        String confirmedBy,

        @Schema(maxLength = 1000, description = "Why it could not be delivered") @Nullable
        String failure) {
    /** To whom it was written, as the municipality was then. */
    @Schema(name = "LetterRecipient")
    record Recipient(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    /** The letter as PDF/UA-1. */
    @Schema(name = "LetterDocument")
    record Document(
            @Schema(required = true, maxLength = 200, description = "Where its bytes are")
            String address,

            @Schema(
                    required = true,
                    pattern = "^[0-9a-f]{64}$",
                    maxLength = 64,
                    description = "SHA-256 of its bytes, which never change")
            String sha256,

            @Schema(required = true, minimum = "1", description = "Bytes")
            int size) {}

    static LetterResponse of(Letter letter) {
        var receipt = letter.receipt();
        var to = letter.recipient();
        return new LetterResponse(
                letter.id(),
                letter.kind(),
                letter.subject(),
                letter.edition(),
                letter.reference(),
                letter.title(),
                letter.scheme(),
                new Recipient(to.municipality(), to.number(), to.name()),
                letter.language().tag(),
                letter.date(),
                letter.document()
                        .map(one -> new Document("/v1/letters/" + letter.id() + "/document", one.sha256(), one.size()))
                        .orElse(null),
                receipt.channel(),
                receipt.delivered().orElse(null),
                receipt.opened().orElse(null),
                receipt.confirmed().orElse(null),
                receipt.confirmedBy().orElse(null),
                receipt.failure().orElse(null));
    }
}
