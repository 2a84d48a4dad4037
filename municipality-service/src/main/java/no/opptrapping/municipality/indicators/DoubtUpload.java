package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toMap;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityId;

/** Compares an upload with what is in use, and says what a person should look at once more. */
final class DoubtUpload {
    /** One value alone is the same as last year's often enough. */
    private static final int FEWEST_TO_COMPARE = 2;

    private final ObservationSets kept;

    DoubtUpload(ObservationSets kept) {
        this.kept = kept;
    }

    /** Every doubt that has not been confirmed; the place is the query's, for it is about the upload as a whole. */
    List<BrokenRule> of(ObservationSet set, IndicatorDefinition definition) {
        var doubts = new ArrayList<BrokenRule>();
        var lastYear = lastYear(set.key());
        var values = values(set);
        kept.inUse(set.key())
                .map(ObservationSets.Versioned::set)
                .or(() -> lastYear)
                .ifPresent(before -> {
                    var had = values(before).size();
                    if (values.size() * 2 < had) {
                        doubts.add(doubt(Doubt.FAR_FEWER_VALUES, "before", had, "now", values.size()));
                    }
                });
        lastYear.filter(before -> !definition.kind().hasCategories() && isTheSame(values, values(before)))
                .ifPresent(before -> doubts.add(doubt(
                        Doubt.SAME_AS_LAST_YEAR, "year", before.key().year().getValue(), "values", values.size())));
        return doubts;
    }

    /** A doubt at a place in the file. */
    static BrokenRule at(String place, Doubt doubt, Object... arguments) {
        return BrokenRule.of("indicator." + doubt.code(), place, arguments);
    }

    private static BrokenRule doubt(Doubt doubt, Object... arguments) {
        return at("query:confirm", doubt, arguments);
    }

    private Optional<ObservationSet> lastYear(ObservationKey key) {
        var year = key.year().minusYears(1);
        return Stream.of(key.structureDate(), year.atDay(1))
                .flatMap(date ->
                        kept.inUse(new ObservationKey(key.indicator(), Year.of(year.getValue()), date)).stream())
                .map(ObservationSets.Versioned::set)
                .findFirst();
    }

    private static boolean isTheSame(Map<MunicipalityId, String> values, Map<MunicipalityId, String> before) {
        return values.size() >= FEWEST_TO_COMPARE && before.entrySet().containsAll(values.entrySet());
    }

    private static Map<MunicipalityId, String> values(ObservationSet set) {
        return set.observations().stream()
                .filter(observation -> observation.value().isPresent())
                .collect(toMap(
                        Observation::municipality,
                        observation -> observation.value().orElseThrow()));
    }
}
