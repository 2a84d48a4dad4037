package no.opptrapping.municipality.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.Register;
import org.junit.jupiter.api.Test;

/** What holds of the reference data whatever it is compared with: counts and sums are pinned as published facts. */
class ReferenceDataTest {
    private static final ReferenceEdition EDITION = ReadReferenceEdition.read();
    private static final Register REGISTER = EDITION.register();

    @Test
    void countsTheMunicipalitiesOfEachFirstOfJanuary() {
        var counts = IntStream.rangeClosed(2012, 2026)
                .map(year -> REGISTER.validOn(LocalDate.of(year, 1, 1)).size())
                .boxed()
                .toList();

        assertThat(counts).containsExactly(429, 428, 428, 428, 428, 426, 422, 422, 356, 356, 356, 356, 357, 357, 357);
    }

    @Test
    void addsUpToThePublishedPopulationOfEachYear() {
        var published = List.of(
                4985870L, 5051275L, 5109056L, 5165802L, 5213985L, 5258317L, 5295619L, 5328212L, 5367580L, 5391369L,
                5425270L, 5488984L, 5550203L, 5594340L, 5627400L);
        for (var i = 0; i < published.size(); i++) {
            assertThat(population("population", 2012 + i, 2012 + i).total())
                    .as("population %s", 2012 + i)
                    .isEqualByComparingTo(BigDecimal.valueOf(published.get(i)));
        }
    }

    @Test
    void keepsTheTotalWhenAYearIsConvertedToTheNextYearsStructure() {
        for (var year : List.of(2012, 2016, 2017, 2018, 2019, 2023)) {
            assertThat(population("population", year, year + 1).total())
                    .as("population %s in the structure of %s", year, year + 1)
                    .isEqualByComparingTo(population("population", year, year).total());
        }
        for (var ageGroup : List.of("population-0-17", "population-18-66", "population-67-plus")) {
            assertThat(population(ageGroup, 2016, 2017).total())
                    .as(ageGroup)
                    .isEqualByComparingTo(population(ageGroup, 2016, 2016).total());
        }
    }

    @Test
    void addsTheAgeGroupsUpToTheTotalWhereThereAreAgeGroups() {
        for (var year = 2013; year <= 2026; year++) {
            var sum = population("population-0-17", year, year)
                    .total()
                    .add(population("population-18-66", year, year).total())
                    .add(population("population-67-plus", year, year).total());
            assertThat(sum)
                    .as("year %s", year)
                    .isEqualByComparingTo(population("population", year, year).total());
        }
    }

    @Test
    void leavesUnknownPopulationEmptyAndKeepsTheJointFigure() {
        var set = population("population", 2014, 2014);

        assertThat(missing(set)).containsExactly("0706", "0719", "0720");
        assertThat(set.joint()).singleElement().satisfies(joint -> {
            assertThat(joint.numbers()).hasToString("[0706, 0719, 0720]");
            assertThat(joint.value()).isEqualTo("62204");
        });
        assertThat(missing(population("population-0-17", 2012, 2012)))
                .containsExactly("0706", "0719", "0720", "1901", "1915");
        assertThat(missing(population("population", 2016, 2016))).isEmpty();
        assertThat(population("population", 2016, 2016).joint()).isEmpty();
        assertThat(population("population-0-17", 2016, 2016).joint()).hasSize(1);
    }

    @Test
    void namesEveryYearOfEveryIndicatorInItsOwnStructure() {
        var later = Map.of("centrality", 2024, "health-trust-area", 2024);
        for (var indicator : EDITION.indicators()) {
            if (indicator.kind() == IndicatorKind.RATIO) {
                continue;
            }
            for (var year = later.getOrDefault(indicator.code(), 2012); year <= 2026; year++) {
                var structureDate = LocalDate.of(year, 1, 1);
                var set = EDITION.observations().stream()
                        .filter(candidate -> candidate.key().indicator().equals(indicator.code())
                                && candidate.key().structureDate().equals(structureDate))
                        .findFirst()
                        .orElseThrow();
                assertThat(set.observations())
                        .as("%s", set.key())
                        .extracting(Observation::number)
                        .containsExactlyElementsOf(REGISTER.validOn(structureDate).stream()
                                .map(Listed::number)
                                .toList());
            }
        }
    }

    @Test
    void inheritsAKostraGroupOverARenumberingOnly() {
        assertThat(group("kostra-group", 2024, "3101")).isEqualTo(group("kostra-group", 2020, "3001"));
        assertThat(group("kostra-group", 2024, "1508")).isPresent();
        assertThat(group("kostra-group", 2023, "1507")).isEmpty();
        assertThat(group("kostra-group", 2019, "1103")).isPresent();
        assertThat(group("kostra-group", 2017, "0704"))
                .as("enlarged by a part of Stokke")
                .isEmpty();
        assertThat(group("kostra-group", 2026, "0301")).hasValue("13");
    }

    @Test
    void knowsTheNeedIndicesThatWerePublishedAndNotTheTwoThatWereNot() {
        assertThat(missing(set("need-index", 2016))).isEmpty();
        assertThat(missing(set("need-index", 2025))).containsExactly("1151", "4629");
        assertThat(missing(set("need-index", 2026))).containsExactly("1151", "4629");
        assertThat(group("need-index", 2025, "0301")).hasValue("0.9287");
    }

    @Test
    void placesEveryMunicipalityButOsloInOneHealthTrustArea() {
        assertThat(missing(set("health-trust-area", 2024))).containsExactly("0301");
        assertThat(missing(set("centrality", 2026))).isEmpty();
        assertThat(group("centrality", 2024, "0301")).hasValue("1");
    }

    @Test
    void placesEveryMunicipalityInOneHealthRegion() {
        for (var year = 2012; year <= 2026; year++) {
            assertThat(missing(set("health-region", year))).as("year %s", year).isEmpty();
        }
        assertThat(group("health-region", 2020, "1577")).hasValue("mid");
        assertThat(group("health-region", 2019, "1444")).hasValue("west");
        assertThat(group("health-region", 2022, "5401")).hasValue("north");
    }

    @Test
    void leavesNoCountyAdditionInANameAndNoVersionWithoutACounty() {
        assertThat(REGISTER.municipalities())
                .flatExtracting(Municipality::versions)
                .allSatisfy(version -> {
                    assertThat(version.name()).doesNotContain("(").isNotBlank();
                    assertThat(REGISTER.countyOf(version)).as("%s", version).isPresent();
                });
    }

    @Test
    void givesTheSameEditionWhenReadAgain() {
        var again = ReadReferenceEdition.read();

        assertThat(again.fingerprint()).isEqualTo(EDITION.fingerprint());
        assertThat(again.observations()).isEqualTo(EDITION.observations());
        assertThat(again.register().municipalities()).containsExactlyInAnyOrderElementsOf(REGISTER.municipalities());
    }

    private static ObservationSet population(String code, int year, int structureYear) {
        return set(new ObservationKey(code, Year.of(year), LocalDate.of(structureYear, 1, 1)))
                .orElseThrow();
    }

    private static ObservationSet set(String code, int structureYear) {
        return EDITION.observations().stream()
                .filter(set -> set.key().indicator().equals(code)
                        && set.key().structureDate().getYear() == structureYear)
                .max(Comparator.comparing(set -> set.key().year()))
                .orElseThrow();
    }

    private static Optional<ObservationSet> set(ObservationKey key) {
        return EDITION.observations().stream()
                .filter(set -> set.key().equals(key))
                .findFirst();
    }

    private static Optional<String> group(String code, int structureYear, String number) {
        return set(code, structureYear).observations().stream()
                .filter(observation -> observation.number().value().equals(number))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Stream<String> missing(ObservationSet set) {
        return set.observations().stream()
                .filter(observation -> observation.status() == ObservationStatus.MISSING)
                .map(observation -> observation.number().value());
    }
}
