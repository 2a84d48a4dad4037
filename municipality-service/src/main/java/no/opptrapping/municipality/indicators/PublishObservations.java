package no.opptrapping.municipality.indicators;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.indicators.ObservationSets.Versioned;
import no.opptrapping.municipality.indicators.Publication.Origin;

/**
 * Keeps and tells of what is new in indicators: a set that has changed gets a new version, the others nothing. An
 * earlier version is never changed, since an allocation may have used it. Values that were withdrawn come back only when
 * a person gives them again, as a new version.
 */
@ApplicationScoped
public class PublishObservations {
    /** The author of what comes with the service. */
    public static final String REFERENCE_DATA = "reference data";

    private final ObservationSets kept;
    private final IndicatorFeed feed;
    private final Clock clock;

    PublishObservations(ObservationSets kept, IndicatorFeed feed, Clock clock) {
        this.kept = kept;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Publishes what of the reference data differs from what is kept. What a person has uploaded or adopted since, or was
     * converted from that, stays; so does a withdrawal, unless the reference data has other values now.
     *
     * @param sets of the given indicators; sets that are not among them stay as they are
     * @return the sets that got a new version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<ObservationSet> publish(Collection<IndicatorDefinition> definitions, List<ObservationSet> sets) {
        var sourcesFirst = sets.stream()
                .sorted(Comparator.comparing(set -> set.convertedFrom().isPresent()))
                .toList();
        var published = new ArrayList<ObservationSet>();
        for (var definition : definitions) {
            var renamed = !kept.indicator(definition.code()).equals(Optional.of(definition));
            if (renamed) {
                kept.put(definition);
            }
            for (var set : sourcesFirst) {
                if (set.key().indicator().equals(definition.code())
                        && !isOfAPerson(set.key())
                        && isNewInTheReferenceData(set, renamed)) {
                    add(definition, set, publication(Origin.REFERENCE, REFERENCE_DATA));
                    published.add(set);
                }
            }
        }
        return published;
    }

    /**
     * Publishes a set that a person gave or that was converted from such a one.
     *
     * @return the version, or empty if it is the same as the newest one, which is in use
     */
    @Transactional(Transactional.TxType.MANDATORY)
    @CanIgnoreReturnValue
    public Optional<Versioned> revise(IndicatorDefinition definition, ObservationSet set, Origin origin, String by) {
        var same = kept.inUse(set.key())
                .filter(newest ->
                        newest.set().saysTheSameAs(set) && newest.conversion().equals(sourceOf(set)));
        return same.isPresent() ? Optional.empty() : Optional.of(add(definition, set, publication(origin, by)));
    }

    /**
     * Keeps a changed definition and tells of it: the newest of every set of the indicator gets a new version, since one
     * that was told of never changes. One that is withdrawn stays so.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void redefine(IndicatorDefinition definition, String by) {
        kept.put(definition);
        kept.keysInUse(definition.code()).stream()
                .flatMap(key -> kept.latest(key).stream())
                .sorted(Comparator.comparing(newest -> newest.conversion().isPresent()))
                .forEach(newest -> {
                    var origin = kept.versionsOf(newest.set().key())
                            .getFirst()
                            .publication()
                            .origin();
                    add(definition, newest.set(), publication(origin, by));
                });
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

    private boolean isNewInTheReferenceData(ObservationSet set, boolean renamed) {
        var latest = kept.latest(set.key());
        if (latest.isEmpty() || !latest.get().set().saysTheSameAs(set)) {
            return true;
        }
        var inUse = kept.withdrawalOf(set.key(), latest.get().version()).isEmpty();
        return inUse ? renamed : isConvertedFromAnother(latest.get(), set);
    }

    /** Whether what was withdrawn with its source has another source now, which is in use. */
    private boolean isConvertedFromAnother(Versioned withdrawn, ObservationSet set) {
        var source = sourceOf(set);
        return source.isPresent()
                && !source.equals(withdrawn.conversion())
                && kept.inUse(sourceKey(set)).isPresent();
    }

    @CanIgnoreReturnValue
    private Versioned add(IndicatorDefinition definition, ObservationSet set, Publication publication) {
        var next = new Versioned(kept.latest(set.key()).map(Versioned::version).orElse(0) + 1, set, sourceOf(set));
        kept.add(next, publication);
        feed.announce(definition, next);
        return next;
    }

    /** What the set is converted from: the newest version in the structure that it says. */
    private Optional<Conversion> sourceOf(ObservationSet set) {
        return set.convertedFrom()
                .map(structureDate -> new Conversion(
                        structureDate,
                        kept.latest(sourceKey(set))
                                .map(Versioned::version)
                                .orElseThrow(() ->
                                        new IllegalStateException("Nothing is kept to convert from: " + set.key()))));
    }

    private static ObservationKey sourceKey(ObservationSet set) {
        return new ObservationKey(
                set.key().indicator(),
                set.key().year(),
                set.convertedFrom().orElse(set.key().structureDate()));
    }
}
