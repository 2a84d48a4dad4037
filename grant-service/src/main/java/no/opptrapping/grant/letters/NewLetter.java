package no.opptrapping.grant.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * A letter to be written.
 *
 * @param subject what was decided: an award, or an application that is rejected
 * @param application the application that it answers, if it answers one
 * @param decidedAt when it was decided
 * @param text what it says in a language
 */
public record NewLetter(
        LetterKind kind,
        UUID subject,
        Optional<UUID> application,
        String reference,
        SchemeId scheme,
        Recipient recipient,
        Instant decidedAt,
        Function<Language, LetterText> text) {
    /** The municipality that it is written to, as it was then. */
    public record Recipient(MunicipalityId municipality, MunicipalityNumber number, String name) {}
}
