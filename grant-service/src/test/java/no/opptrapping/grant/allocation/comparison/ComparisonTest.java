package no.opptrapping.grant.allocation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Place LARGE = place(1, "1101", "Storby", 60_000, Map.of(Grouping.KOSTRA_GROUP, "12"));
    private static final Place MIDDLE = place(2, "1102", "Bygd", 2_000, Map.of(Grouping.KOSTRA_GROUP, "2"));
    private static final Place SMALL = place(3, "1501", "Grend", 1_000, Map.of());
    private static final Place UNKNOWN =
            new Place(id(4), new MunicipalityNumber("1502"), "Øde", Optional.empty(), Map.of(Grouping.COUNTY, "15"));

    @Test
    void winnersAndLosersChangeByStrictlyMoreThanTheLimit() {
        var comparison =
                compared("5", List.of(amounts(660_000, 10_000, 2_000, 5), amounts(360_000, 20_000, 10_000, 1)));
        assertThat(comparison.total().tallies())
                .as("5 kroner per inhabitant up, 5 down, 8 down")
                .containsExactly(new Comparison.Tally(0, 1, 2, 1));
        assertThat(compared("4.99", List.of(amounts(660_000, 10_000, 2_000, 5), amounts(360_000, 20_000, 10_000, 1)))
                        .total()
                        .tallies())
                .containsExactly(new Comparison.Tally(1, 2, 0, 1));
        assertThat(comparison.largestLoss(1)).map(Comparison.Row::key).hasValue("1501");
        assertThat(comparison.largestGain(1)).map(Comparison.Row::key).hasValue("1101");
        assertThat(compared("0", List.of(amounts(1, 2, 3, 4), amounts(1, 2, 3, 4)))
                        .largestLoss(1))
                .isEmpty();
    }

    @Test
    void everyGroupingHasTheWholeSumAndPutsTheUnclassifiedLast() {
        var comparison =
                compared("0", List.of(amounts(660_000, 10_000, 2_000, 5), amounts(1, 2, 3, 4), amounts(0, 0, 0, 9)));
        for (var grouping : Grouping.values()) {
            var rows = comparison.rows(grouping);
            for (var side = 0; side < 3; side++) {
                var of = side;
                assertThat(Kroner.sum(
                                rows.stream().map(row -> row.amounts().get(of)).toList()))
                        .as("%s, side %s", grouping, side)
                        .isEqualTo(comparison.total().amounts().get(side));
            }
        }
        assertThat(keys(comparison, Grouping.KOSTRA_GROUP)).containsExactly("2", "12", "unclassified");
        assertThat(keys(comparison, Grouping.COUNTY)).containsExactly("11", "15");
        assertThat(keys(comparison, Grouping.POPULATION_CLASS))
                .containsExactly("under-2000", "2000-4999", "over-50000", "unclassified");
        assertThat(keys(comparison, Grouping.HEALTH_TRUST_AREA)).containsExactly("unclassified");
    }

    @Test
    void giniIsZeroWhenEverybodyGetsTheSamePerInhabitant() {
        var comparison = compared("0", List.of(amounts(600_000, 20_000, 10_000, 0), amounts(0, 0, 10_000, 0)));
        assertThat(comparison.gini(0)).hasValue(Fraction.ZERO);
        // One in 63 inhabitants has all: 1 - 1000 * 10000 / (63000 * 10000).
        assertThat(comparison.gini(1)).hasValue(Fraction.of(62, 63));
    }

    @Test
    void classesBeginWhereTheSurveyDrewThem() {
        assertThat(List.of(1_999L, 2_000L, 4_999L, 5_000L, 10_000L, 20_000L, 50_000L, 50_001L))
                .extracting(people -> PopulationClass.of(Fraction.of(people)))
                .containsExactly(
                        "under-2000",
                        "2000-4999",
                        "2000-4999",
                        "5000-9999",
                        "10000-19999",
                        "20000-50000",
                        "20000-50000",
                        "over-50000");
    }

    private static List<String> keys(Comparison comparison, Grouping by) {
        return comparison.rows(by).stream().map(Comparison.Row::key).toList();
    }

    private static Comparison compared(String beyond, List<Map<MunicipalityId, Kroner>> sides) {
        return new Comparison(
                List.of(SMALL, LARGE, UNKNOWN, MIDDLE),
                sides,
                Decimal.of(beyond).toFraction());
    }

    private static Map<MunicipalityId, Kroner> amounts(long large, long middle, long small, long unknown) {
        return Map.of(
                LARGE.id(), Kroner.of(large),
                MIDDLE.id(), Kroner.of(middle),
                SMALL.id(), Kroner.of(small),
                UNKNOWN.id(), Kroner.of(unknown));
    }

    private static Place place(int serial, String number, String name, long inhabitants, Map<Grouping, String> more) {
        var groups = new HashMap<>(more);
        groups.put(Grouping.COUNTY, number.substring(0, 2));
        groups.put(Grouping.POPULATION_CLASS, PopulationClass.of(Fraction.of(inhabitants)));
        return new Place(
                id(serial), new MunicipalityNumber(number), name, Optional.of(Fraction.of(inhabitants)), groups);
    }

    private static MunicipalityId id(int serial) {
        return new MunicipalityId(new UUID(0, serial));
    }
}
