package no.opptrapping.platform.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.access.AuditLog;

/**
 * Takes a record in again that was set aside, once: when what stood in its way has been mended. The effect, the inbox
 * row and the note that it has been taken in are one transaction.
 */
@ApplicationScoped
public class RetryDeadLetter {
    /** What became of it. */
    public sealed interface Outcome {
        /** It has been taken in. */
        record TakenIn(DeadLetter letter) implements Outcome {}

        /** Nothing has changed: it had been taken in before. */
        record AlreadyTakenIn(DeadLetter.TakenIn earlier) implements Outcome {}

        /** Nothing has changed: it still cannot be used. */
        record StillUnusable(String reason) implements Outcome {}

        /** There is no such dead letter. */
        record Unknown() implements Outcome {}
    }

    private final DeadLetters letters;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;

    RetryDeadLetter(DeadLetters letters, Inbox inbox, AuditLog audit, Clock clock) {
        this.letters = letters;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the dead letter in, or says why not.
     *
     * @param by the person who asks for it
     */
    public Outcome retry(UUID id, String by) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> inTransaction(id, by));
        } catch (RuntimeException fault) {
            if (TransientFailure.of(fault) == TransientFailure.PASSING) {
                throw fault;
            }
            return new Outcome.StillUnusable(PlainText.of(fault));
        }
    }

    private Outcome inTransaction(UUID id, String by) {
        var found = letters.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var letter = found.get();
        if (letter.takenIn().isPresent()) {
            return new Outcome.AlreadyTakenIn(letter.takenIn().get());
        }
        var outcome = inbox.takeAgain(letter.record(letters.content(id))).name().toLowerCase(Locale.ROOT);
        letters.settle(id, new DeadLetter.TakenIn(clock.instant().truncatedTo(ChronoUnit.MICROS), by, outcome));
        audit.decision(
                "dead-letter.taken-in",
                id.toString(),
                Map.of(
                        "topic", letter.topic(),
                        "partition", Integer.toString(letter.partition()),
                        "offset", Long.toString(letter.offset()),
                        "outcome", outcome));
        return new Outcome.TakenIn(letters.find(id).orElseThrow());
    }
}
