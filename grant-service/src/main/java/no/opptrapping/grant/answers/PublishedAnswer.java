package no.opptrapping.grant.answers;

import java.time.Instant;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;

/**
 * A question about a call and its answer, for everybody (<i>spørsmål og svar</i>). Who asked stands nowhere in it.
 *
 * @param question in words, as the one who publishes it puts it
 * @param by the subject of the person who published it
 */
public record PublishedAnswer(UUID id, CallId call, String question, String answer, String by, Instant at) {}
