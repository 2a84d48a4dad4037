package no.opptrapping.grant.letters;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;

/**
 * Shows letters: to a municipality those that it, or one before it, was sent, to a county governor the county's, to the
 * others all. When somebody of the municipality first reads a letter it is opened, and that moment is kept.
 */
@ApplicationScoped
public class SeeLetters {
    private final Letters letters;
    private final PrintLetters printLetters;
    private final LetterPages pages;
    private final KeepReceipts receipts;
    private final CallerSight sight;
    private final CurrentLanguage language;
    private final Clock clock;

    SeeLetters(
            Letters letters,
            PrintLetters printLetters,
            LetterPages pages,
            KeepReceipts receipts,
            CallerSight sight,
            CurrentLanguage language,
            Clock clock) {
        this.letters = letters;
        this.printLetters = printLetters;
        this.pages = pages;
        this.receipts = receipts;
        this.sight = sight;
        this.language = language;
        this.clock = clock;
    }

    /** The letter, without opening it; empty when there is none or the caller may not see it. */
    @Transactional
    public Optional<Letter> find(LetterId id) {
        return letters.find(id)
                .filter(letter -> sight.reaches(letter.recipient().municipality(), "letter.reading", id));
    }

    /** Those that fit and that the caller may see, the newest first. */
    @Transactional
    public List<Letter> list(Optional<LetterKind> kind, Optional<Letters.Place> after, int limit) {
        return letters.list(new Letters.Filter(sight.get().only(), kind), after, limit);
    }

    /** The newest letter about the subject, which the caller has been found to see. */
    @Transactional
    public Optional<Letter> newest(LetterKind kind, UUID subject) {
        return letters.newest(kind, subject);
    }

    /** The newest letter that answers the application, which the caller has been found to see. */
    @Transactional
    public Optional<Letter> answering(UUID application) {
        return letters.answering(application);
    }

    /** The language that the caller asked for, or else the letter's own. */
    public Language spoken(Letter letter) {
        return language.asked().orElseGet(letter::language);
    }

    /** What it says, in the language. */
    @Transactional(Transactional.TxType.NEVER)
    public LetterText text(Letter letter, Language spoken) {
        open(letter);
        return QuarkusTransaction.requiringNew().call(() -> letters.text(letter.id(), spoken));
    }

    /** As a page, in the language. */
    @Transactional(Transactional.TxType.NEVER)
    public String page(Letter letter, Language spoken) {
        return pages.shown(text(letter, spoken), spoken);
    }

    /** As a document, in the language. */
    @Transactional(Transactional.TxType.NEVER)
    public byte[] document(Letter letter, Language spoken) {
        open(letter);
        return printLetters.document(letter, spoken);
    }

    private void open(Letter letter) {
        if (letter.receipt().opened().isEmpty()
                && sight.get() instanceof Sight.Own own
                && own.covers(letter.recipient().municipality())) {
            QuarkusTransaction.requiringNew()
                    .run(() -> receipts.opened(letter, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }
}
