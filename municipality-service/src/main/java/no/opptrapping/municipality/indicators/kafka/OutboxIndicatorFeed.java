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

/** Tells of indicators through the outbox. Each version has a key of its own, so that a compacted topic keeps it. */
@ApplicationScoped
class OutboxIndicatorFeed implements IndicatorFeed {
    private final Outbox outbox;

    OutboxIndicatorFeed(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce(IndicatorDefinition definition, Versioned versioned) {
        append(definition, versioned, Optional.empty());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawn(IndicatorDefinition definition, Versioned versioned, Withdrawal withdrawal) {
        append(definition, versioned, Optional.of(withdrawal));
    }

    private void append(IndicatorDefinition definition, Versioned versioned, Optional<Withdrawal> withdrawal) {
        var subject = versioned.set().key().toString();
        outbox.append(new OutgoingEvent(
                IndicatorV1.TOPIC,
                subject + "/" + versioned.version(),
                "no.opptrapping." + IndicatorV1.TOPIC,
                subject,
                versioned.version(),
                IndicatorV1.of(definition, versioned, withdrawal)));
    }
}
