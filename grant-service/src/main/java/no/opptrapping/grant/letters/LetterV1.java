package no.opptrapping.grant.letters;

import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What the archive is told of a letter (<i>journalføring</i>): contracts/letter.v1.schema.json. */
record LetterV1(
        LetterId letterId,
        LetterKind kind,
        UUID subjectId,
        int edition,
        String reference,
        String title,
        SchemeId schemeId,
        Recipient recipient,
        String language,
        LocalDate date,
        Document document) {
    record Recipient(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    record Document(String address, String mediaType, String sha256, int size) {}

    static OutgoingEvent event(Letter letter, Letter.Document document) {
        var id = letter.id().toString();
        return new OutgoingEvent("letter.v1", id, "no.opptrapping.letter.v1", id, 1, of(letter, document));
    }

    static LetterV1 of(Letter letter, Letter.Document document) {
        var to = letter.recipient();
        return new LetterV1(
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
                new Document(
                        "/v1/letters/" + letter.id() + "/document",
                        "application/pdf",
                        document.sha256(),
                        document.size()));
    }
}
