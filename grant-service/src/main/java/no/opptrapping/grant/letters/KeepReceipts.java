package no.opptrapping.grant.letters;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;

/** Keeps the moments of letters, and lets begin what a delivery begins. */
@ApplicationScoped
class KeepReceipts {
    private final Letters letters;
    private final List<WhenDelivered> followers;

    KeepReceipts(Letters letters, @All List<WhenDelivered> followers) {
        this.letters = letters;
        this.followers = followers;
    }

    /** The letter was delivered then, unless it is known when it was. */
    @Transactional(TxType.MANDATORY)
    void delivered(Letter letter, Instant at) {
        if (letters.delivered(letter.id(), at)) {
            followers.forEach(one -> one.delivered(letter, at));
        }
    }

    /** The letter was opened then, unless it had been; so it was delivered at the latest then. */
    @Transactional(TxType.MANDATORY)
    void opened(Letter letter, Instant at) {
        delivered(letter, at);
        letters.opened(letter.id(), at);
    }
}
