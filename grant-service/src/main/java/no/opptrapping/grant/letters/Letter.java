package no.opptrapping.grant.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.time.BusinessDates;

/**
 * A letter (<i>brev</i>) of what was decided. What it says, and the document that it is, never change; a later decision
 * about the same thing has a letter of its own.
 *
 * @param subject what was decided: an award, or an application that is rejected
 * @param edition 1 for the first letter about the subject, one more for each that takes the place of the one before
 * @param title in its language
 * @param language of the document: the municipality's own form of Norwegian
 * @param document the document that it is; empty until it has been made, some seconds after the decision
 */
public record Letter(
        LetterId id,
        LetterKind kind,
        UUID subject,
        Optional<UUID> application,
        int edition,
        String reference,
        String title,
        SchemeId scheme,
        NewLetter.Recipient recipient,
        Language language,
        Instant decidedAt,
        Optional<Document> document,
        Receipt receipt) {
    /**
     * The letter as PDF/UA-1.
     *
     * @param sha256 of its bytes, in lower-case hexadecimal
     * @param size in bytes
     */
    public record Document(String sha256, int size) {}

    /**
     * How far it has come. A moment that is there stays.
     *
     * @param channel the name of what it is sent through
     * @param delivered when the municipality could first read it
     * @param opened when somebody of the municipality first read it
     * @param confirmed when the municipality said that it has it
     * @param failure why it could not be delivered; empty while it can still be
     */
    public record Receipt(
            String channel,
            Optional<Instant> delivered,
            Optional<Instant> opened,
            Optional<Instant> confirmed,
            Optional<String> confirmedBy,
            Optional<String> failure) {}

    /** The day of the decision. */
    public LocalDate date() {
        return BusinessDates.of(decidedAt);
    }
}
