package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.known.KnownIndicator;

/**
 * The municipalities of one structure with what they can be grouped by. In every grouping each municipality is in exactly
 * one group.
 *
 * @param populationYear the year of the population that is used, 1 January
 * @param population empty for a municipality means unknown
 * @param joint populations that several municipalities have together only
 */
record Territory(
        LocalDate structureDate,
        Optional<Year> populationYear,
        List<KnownMunicipality> municipalities,
        Map<MunicipalityNumber, BigDecimal> population,
        List<KnownIndicator.Joint> joint,
        Map<MunicipalityNumber, String> kostraGroups,
        Map<MunicipalityNumber, String> healthRegions) {
    /** The key of those whose group is not known. */
    static final String NOT_CLASSIFIED = "not-classified";

    /** The key of the whole country. */
    static final String COUNTRY = "no";

    private static final Comparator<String> KEYS =
            Comparator.<String, Boolean>comparing(NOT_CLASSIFIED::equals).thenComparing(Territory::sortable);

    /** The municipalities with one key. */
    record Group(String key, List<KnownMunicipality> municipalities, Optional<BigDecimal> population) {}

    /** All groups in the order of their keys; numbers as numbers, not classified last. */
    List<Group> groups(Grouping by) {
        var members = municipalities.stream()
                .collect(Collectors.groupingBy(
                        municipality -> keyOf(by, municipality), () -> new TreeMap<>(KEYS), Collectors.toList()));
        var groups = new ArrayList<Group>();
        members.forEach((key, group) -> groups.add(new Group(key, group, populationOf(group))));
        return List.copyOf(groups);
    }

    /** The population of the whole structure, empty when some of it is not known. */
    Optional<BigDecimal> population(List<KnownMunicipality> group) {
        return populationOf(group);
    }

    private Optional<BigDecimal> populationOf(List<KnownMunicipality> group) {
        var numbers = group.stream().map(KnownMunicipality::number).collect(Collectors.toCollection(HashSet::new));
        var sum = BigDecimal.ZERO;
        for (var together : joint) {
            if (numbers.containsAll(together.numbers())
                    && together.numbers().stream().noneMatch(population::containsKey)) {
                together.numbers().forEach(numbers::remove);
                sum = sum.add(new BigDecimal(together.value()));
            }
        }
        for (var number : numbers) {
            var inhabitants = population.get(number);
            if (inhabitants == null) {
                return Optional.empty();
            }
            sum = sum.add(inhabitants);
        }
        return Optional.of(sum);
    }

    private String keyOf(Grouping by, KnownMunicipality municipality) {
        var number = municipality.number();
        return switch (by) {
            case COUNTRY -> COUNTRY;
            case COUNTY -> number.county();
            case MUNICIPALITY -> number.value();
            case KOSTRA_GROUP -> kostraGroups.getOrDefault(number, NOT_CLASSIFIED);
            case HEALTH_REGION -> healthRegions.getOrDefault(number, NOT_CLASSIFIED);
            case POPULATION_CLASS ->
                Optional.ofNullable(population.get(number))
                        .map(inhabitants -> PopulationClass.of(inhabitants).code())
                        .orElse(NOT_CLASSIFIED);
        };
    }

    /** Keys that begin with a number come in the order of the numbers. */
    private static String sortable(String key) {
        if (key.equals(PopulationClass.UNDER_2000.code())) {
            return "";
        }
        var digits = key.replaceAll("^[^0-9]*([0-9]*).*$", "$1");
        return digits.isEmpty() ? key : "0".repeat(Math.max(0, 8 - digits.length())) + digits + key;
    }
}
