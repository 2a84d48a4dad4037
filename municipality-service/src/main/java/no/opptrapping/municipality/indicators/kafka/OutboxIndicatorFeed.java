package no.opptrapping.municipality.indicators.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorFeed;
import no.opptrapping.municipality.indicators.ObservationSets.Versioned;
import no.opptrapping.municipality.indicators.Withdrawal;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.events.OutgoingEvent;

/**
 * Tells of indicators through the outbox. Each version is a subject with a key of its own: a compacted topic
 * keeps it, and none makes another outdated.
 */
@ApplicationScoped
class OutboxIndicatorFeed implements IndicatorFeed {
    /** What is told of a version comes in this order; a withdrawal is told last and stands. */
    private static final long TOLD = 1;

    private static final long WITHDRAWN = 2;

    private final Outbox outbox;

    OutboxIndicatorFeed(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(IndicatorDefinition definition, Versioned versioned) {
        append(definition, versioned, Optional.empty(), TOLD);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawn(IndicatorDefinition definition, Versioned versioned, Withdrawal withdrawal) {
        append(definition, versioned, Optional.of(withdrawal), WITHDRAWN);
    }

    private void append(
            IndicatorDefinition definition, Versioned versioned, Optional<Withdrawal> withdrawal, long told) {
        var subject = versioned.set().key() + "/" + versioned.version();
        outbox.append(new OutgoingEvent(
                IndicatorV1.TOPIC,
                subject,
                "no.opptrapping." + IndicatorV1.TOPIC,
                subject,
                told,
                IndicatorV1.of(definition, versioned, withdrawal)));
    }
}
