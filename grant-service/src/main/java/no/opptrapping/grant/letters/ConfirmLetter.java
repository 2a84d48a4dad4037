package no.opptrapping.grant.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;

/** Takes a municipality's word that it has a letter (<i>kvittering</i>). */
@ApplicationScoped
public class ConfirmLetter {
    private final Letters letters;
    private final KeepReceipts receipts;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmLetter(Letters letters, KeepReceipts receipts, CallerSight sight, AuditLog audit, Clock clock) {
        this.receipts = receipts;
        this.letters = letters;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps that the municipality has the letter; who has confirmed before stays the one that did. Empty when there is no
     * such letter, or it is not the caller's.
     */
    @Transactional
    public Optional<Letter> confirm(LetterId id, String by) {
        return letters.find(id)
                .filter(letter -> sight.reaches(letter.recipient().municipality(), "letter.confirmation", id))
                .flatMap(letter -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    receipts.opened(letter, now);
                    if (letters.confirmed(id, now, by.strip())) {
                        audit.decision("letter.confirmed", id.toString(), Map.of("reference", letter.reference()));
                    }
                    return letters.find(id);
                });
    }
}
