package no.opptrapping.grant.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Something that a municipality has been told. It never changes.
 *
 * @param to whom it was told; whoever bears its duties later sees it too
 * @param about the address of what it is about
 * @param answerBy the last day on which an answer is on time
 */
public record Notice(
        UUID id,
        MunicipalityId to,
        NoticeKind kind,
        String about,
        LocalisedText text,
        Optional<LocalDate> answerBy,
        Instant at) {}
