package no.opptrapping.grant.answers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.language.Language;

/**
 * A question about a call and its answer, for everybody (<i>spørsmål og svar</i>). Who asked stands nowhere in it.
 *
 * @param question in words, as the one who publishes it puts it
 * @param language of both texts, where it was said
 * @param by the subject of the person who published it
 */
public record PublishedAnswer(
        UUID id, CallId call, String question, String answer, Optional<Language> language, String by, Instant at) {}
