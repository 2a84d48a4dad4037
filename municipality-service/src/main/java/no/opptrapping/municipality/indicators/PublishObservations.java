package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps and tells of what is new in indicators: a set that has changed gets a new version, the others nothing. */
@ApplicationScoped
public class PublishObservations {
    private final ObservationSets kept;
    private final IndicatorFeed feed;

    PublishObservations(ObservationSets kept, IndicatorFeed feed) {
        this.kept = kept;
        this.feed = feed;
    }

    /**
     * Publishes what differs from what is kept.
     *
     * @param sets of the given indicators; sets that are not among them stay as they are
     * @return how many sets got a new version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int publish(Collection<IndicatorDefinition> definitions, List<ObservationSet> sets) {
        var published = 0;
        for (var definition : definitions) {
            var renamed = !kept.indicator(definition.code()).equals(Optional.of(definition));
            if (renamed) {
                kept.put(definition);
            }
            for (var set : sets) {
                if (set.key().indicator().equals(definition.code()) && publish(definition, set, renamed)) {
                    published++;
                }
            }
        }
        return published;
    }

    private boolean publish(IndicatorDefinition definition, ObservationSet set, boolean renamed) {
        var latest = kept.latest(set.key());
        if (!renamed && latest.map(ObservationSets.Versioned::set).equals(Optional.of(set))) {
            return false;
        }
        var next = new ObservationSets.Versioned(
                latest.map(ObservationSets.Versioned::version).orElse(0) + 1, set);
        kept.add(next);
        feed.announce(definition, next);
        return true;
    }
}
