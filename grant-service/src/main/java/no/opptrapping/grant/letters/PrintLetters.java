package no.opptrapping.grant.letters;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.opptrapping.platform.documents.AccessiblePdf;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.values.Sha256;

/**
 * Makes the documents of letters, PDF/UA-1: in the letter's own language right after the decision, in another when
 * somebody first asks for it. A document is made once; its bytes and their hash stay. The archive is told when the one in
 * the letter's own language is there.
 */
@ApplicationScoped
public class PrintLetters {
    /** The rest waits for the next round, which follows at once. */
    private static final int MOST_A_ROUND = 100;

    private final Letters letters;
    private final LetterPages pages;
    private final Outbox outbox;
    private final Rounds rounds;
    private final Clock clock;

    PrintLetters(Letters letters, LetterPages pages, Outbox outbox, Rounds rounds, Clock clock) {
        this.letters = letters;
        this.pages = pages;
        this.outbox = outbox;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Makes what is missing; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.letters.print-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("print-letters", this::waiting, this::print);
    }

    private List<LetterId> waiting() {
        return QuarkusTransaction.requiringNew().call(() -> letters.withoutDocument(MOST_A_ROUND));
    }

    void print(LetterId id) {
        var letter = QuarkusTransaction.requiringNew().call(() -> letters.find(id));
        letter.ifPresent(one -> document(one, one.language()));
    }

    /** The document of the letter in the language, made now if nobody has asked for it before. */
    @CanIgnoreReturnValue
    @Transactional(Transactional.TxType.NEVER)
    public byte[] document(Letter letter, Language language) {
        var kept = QuarkusTransaction.requiringNew().call(() -> letters.document(letter.id(), language));
        return kept.orElseGet(() -> make(letter, language));
    }

    private byte[] make(Letter letter, Language language) {
        var text = QuarkusTransaction.requiringNew().call(() -> letters.text(letter.id(), language));
        // Outside a transaction, since it takes longer than anything else here does.
        var made = AccessiblePdf.of(pages.printed(text, language), letter.decidedAt());
        return QuarkusTransaction.requiringNew().call(() -> {
            var facts = new Letter.Document(Sha256.of(made), made.length);
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (letters.keep(letter.id(), language, made, facts, at)) {
                if (language == letter.language()) {
                    outbox.append(LetterV1.event(letter, facts));
                }
                return made;
            }
            return letters.document(letter.id(), language).orElse(made);
        });
    }
}
