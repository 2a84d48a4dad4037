package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
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
import no.opptrapping.municipality.lineage.Inheritance;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityNumber;
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
    void hasAPredecessorForEveryMunicipalityFoundedSinceTheBeginning() {
        assertThat(REGISTER.municipalities())
                .filteredOn(municipality -> municipality
                        .foundedOn()
                        .filter(Register.BEGINNING::isBefore)
                        .isPresent())
                .hasSize(49)
                .allSatisfy(founded -> assertThat(REGISTER.lineage().predecessorsOf(founded.id()))
                        .as("%s", founded.latest())
                        .extracting(Inheritance::on)
                        .containsOnly(founded.foundedOn().orElseThrow()));
    }

    @Test
    void hasASuccessorForEveryMunicipalityThatCeased() {
        assertThat(REGISTER.municipalities())
                .filteredOn(municipality -> municipality.ceasedOn().isPresent())
                .allSatisfy(ceased -> {
                    var successors = REGISTER.lineage().successorsOf(ceased.id());
                    assertThat(successors)
                            .as("%s", ceased.latest())
                            .extracting(Inheritance::on)
                            .isNotEmpty()
                            .containsOnly(ceased.ceasedOn().orElseThrow());
                    assertThat(successors.stream().map(Inheritance::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(BigDecimal.ONE);
                    assertThat(successors).filteredOn(Inheritance::dutyBearer).hasSize(1);
                });
        assertThat(REGISTER.municipalities())
                .filteredOn(municipality -> municipality.ceasedOn().isEmpty())
                .allSatisfy(living ->
                        assertThat(REGISTER.lineage().successorsOf(living.id())).isEmpty());
    }

    @Test
    void pinsTheFourSplits() {
        var splits = REGISTER.lineage().changes().stream()
                .filter(StructureChange.Split.class::isInstance)
                .map(StructureChange.Split.class::cast)
                .collect(toMap(
                        split -> split.before().number().value() + " " + split.on(),
                        split -> split.parts().stream()
                                .map(part -> part.successor().number() + " " + part.share()
                                        + (part.dutyBearer() ? " duty" : ""))
                                .toList()));

        assertThat(splits)
                .isEqualTo(Map.of(
                        "0720 2017-01-01", List.of("0704 0.2049891540", "0710 0.7950108460 duty"),
                        "1850 2020-01-01", List.of("1806 0.4223356009", "1875 0.5776643991 duty"),
                        "5012 2020-01-01", List.of("5055 0.1533333333", "5056 0.3390476190", "5059 0.5076190477 duty"),
                        "1507 2024-01-01", List.of("1508 0.8621253647 duty", "1580 0.1378746353")));
    }

    @Test
    void keepsOneIdentityThroughRenumberingsAndAnotherThroughMergers() {
        var trondheim = identity("1601", 2012);
        assertThat(identity("5001", 2018)).isEqualTo(trondheim);
        assertThat(identity("5001", 2026)).isEqualTo(trondheim);
        assertThat(identity("1103", 2012)).isEqualTo(identity("1103", 2020));
        assertThat(identity("0704", 2016)).isEqualTo(identity("0704", 2017));
        assertThat(identity("0706", 2016)).isNotEqualTo(identity("0710", 2017));
        assertThat(identity("1805", 2019)).isNotEqualTo(identity("1806", 2020));
        assertThat(identity("1507", 2023)).isNotEqualTo(identity("1508", 2024));
        assertThat(trondheim).hasToString(TRONDHEIM);
    }

    /** Published in events and kept by other services: it must never change. */
    private static final String TRONDHEIM = "f39b7b17-509e-5f96-bc45-1de43312caf6";

    @Test
    void givesNoTwoMunicipalitiesTheSameOrganisationNumberAtATime() {
        for (var year = 2012; year <= 2026; year++) {
            var date = LocalDate.of(year, 1, 1);
            var holders = REGISTER.validOn(date).stream()
                    .flatMap(listed -> listed.municipality().organisationNumberOn(date).stream())
                    .collect(groupingBy(number -> number, counting()));
            assertThat(holders.values()).as("%s", date).containsOnly(1L);
        }
    }

    @Test
    void knowsWhoseOrganisationNumberIsNotKnown() {
        assertThat(REGISTER.municipalities())
                .filteredOn(municipality -> municipality.organisationNumbers().isEmpty())
                .extracting(municipality -> municipality.firstNumber().value())
                .containsExactlyInAnyOrder(
                        "0715", "1401", "1418", "1419", "1430", "1431", "1432", "1433", "1439", "1441", "1443", "1444",
                        "1580", "1901", "1915", "2004", "2017");
        var stavanger = holder("1103", 2014);
        assertThat(stavanger.organisationNumbers()).hasSize(2);
        assertThat(stavanger.organisationNumberOn(LocalDate.of(2014, 1, 1)))
                .hasValueSatisfying(number -> assertThat(number).hasToString("964965226"));
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

    private static Municipality holder(String number, int year) {
        return REGISTER.validOn(LocalDate.of(year, 1, 1)).stream()
                .filter(listed -> listed.number().equals(new MunicipalityNumber(number)))
                .findFirst()
                .orElseThrow()
                .municipality();
    }

    private static Object identity(String number, int year) {
        return holder(number, year).id();
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
