package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.indicators.Publication.Origin;

/**
 * Keeps and tells of what is new in indicators: a set that has changed gets a new version, the others nothing. An
 * earlier version is never changed, since an allocation may have used it.
 */
@ApplicationScoped
public class PublishObservations {
    private static final String REFERENCE_DATA = "reference data";

    private final ObservationSets kept;
    private final IndicatorFeed feed;
    private final Clock clock;

    PublishObservations(ObservationSets kept, IndicatorFeed feed, Clock clock) {
        this.kept = kept;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Publishes what of the reference data differs from what is kept. What a person has uploaded since, or was converted
     * from that, stays.
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
                if (set.key().indicator().equals(definition.code())
                        && !isOfAPerson(set.key())
                        && publish(definition, set, renamed, publication(Origin.REFERENCE, REFERENCE_DATA))) {
                    published++;
                }
            }
        }
        return published;
    }

    /**
     * Publishes a set that a person uploaded or that was converted from such a one.
     *
     * @return the version, or empty if it is the same as the newest one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Integer> revise(IndicatorDefinition definition, ObservationSet set, Origin origin, String by) {
        return publish(definition, set, false, publication(origin, by))
                ? kept.latest(set.key()).map(ObservationSets.Versioned::version)
                : Optional.empty();
    }

    /**
     * Keeps a changed definition and tells of it: the newest of every set of the indicator gets a new version, since one
     * that was told of never changes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void redefine(IndicatorDefinition definition, String by) {
        kept.put(definition);
        for (var key : kept.keysOf(definition.code())) {
            var origin = kept.versionsOf(key).getFirst().publication().origin();
            kept.latest(key).ifPresent(latest -> publish(definition, latest.set(), true, publication(origin, by)));
        }
    }

    private Publication publication(Origin origin, String by) {
        return new Publication(origin, Optional.of(clock.instant()), by);
    }

    private boolean isOfAPerson(ObservationKey key) {
        return kept.versionsOf(key).stream()
                .findFirst()
                .map(newest -> newest.publication().origin() != Origin.REFERENCE)
                .orElse(false);
    }

    private boolean publish(
            IndicatorDefinition definition, ObservationSet set, boolean renamed, Publication publication) {
        var latest = kept.latest(set.key());
        if (!renamed && latest.map(ObservationSets.Versioned::set).equals(Optional.of(set))) {
            return false;
        }
        var next = new ObservationSets.Versioned(
                latest.map(ObservationSets.Versioned::version).orElse(0) + 1, set);
        kept.add(next, publication);
        feed.announce(definition, next);
        return true;
    }
}
