package no.opptrapping.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.known.KnownIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryTest {
    private static final MunicipalityNumber OSLO = new MunicipalityNumber("0301");
    private static final MunicipalityNumber HOLMESTRAND = new MunicipalityNumber("0702");
    private static final MunicipalityNumber STOKKE = new MunicipalityNumber("0720");
    private static final MunicipalityNumber ANDEBU = new MunicipalityNumber("0719");

    @Test
    void putsEveryMunicipalityInExactlyOneGroupOfEachGrouping() {
        var territory = territory();
        for (var by : Grouping.values()) {
            assertThat(territory.groups(by).stream()
                            .flatMap(group -> group.municipalities().stream())
                            .toList())
                    .as(by.code())
                    .containsExactlyInAnyOrderElementsOf(territory.municipalities());
        }
    }

    @Test
    void ordersGroupsByNumberAndThoseWithoutOneLast() {
        assertThat(keys(Grouping.KOSTRA_GROUP)).containsExactly("2", "13", "not-classified");
        assertThat(keys(Grouping.COUNTY)).containsExactly("03", "07");
        assertThat(keys(Grouping.POPULATION_CLASS)).containsExactly("10000-19999", "over-50000", "not-classified");
    }

    @Test
    void countsAJointPopulationWhereAllItsMunicipalitiesAre() {
        assertThat(population(Grouping.COUNTRY, "no")).hasValue(new BigDecimal("630500"));
        assertThat(population(Grouping.COUNTY, "07")).hasValue(new BigDecimal("30500"));
    }

    @Test
    void doesNotKnowThePopulationOfAGroupThatHasOnlyAPartOfAJointOne() {
        assertThat(population(Grouping.MUNICIPALITY, "0720")).isEmpty();
        assertThat(population(Grouping.MUNICIPALITY, "0702")).hasValue(new BigDecimal("10500"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, under-2000", "1999, under-2000", "2000, 2000-4999", "4999, 2000-4999", "5000, 5000-9999",
        "9999, 5000-9999", "10000, 10000-19999", "19999, 10000-19999", "20000, 20000-50000", "50000, 20000-50000",
        "50001, over-50000", "724290, over-50000"
    })
    void knowsTheSixClassesOfTheSurvey(BigDecimal inhabitants, String code) {
        assertThat(PopulationClass.of(inhabitants).code()).isEqualTo(code);
    }

    private static List<String> keys(Grouping by) {
        return territory().groups(by).stream().map(Territory.Group::key).toList();
    }

    private static Optional<BigDecimal> population(Grouping by, String key) {
        return territory().groups(by).stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .orElseThrow()
                .population();
    }

    private static Territory territory() {
        return new Territory(
                LocalDate.of(2014, 1, 1),
                Optional.of(Year.of(2014)),
                Stream.of(OSLO, HOLMESTRAND, STOKKE, ANDEBU)
                        .map(number -> new KnownMunicipality(
                                new MunicipalityId(UUID.randomUUID()),
                                number,
                                number.value(),
                                Optional.empty(),
                                LocalDate.of(2014, 1, 1)))
                        .toList(),
                Map.of(OSLO, new BigDecimal("600000"), HOLMESTRAND, new BigDecimal("10500")),
                List.of(new KnownIndicator.Joint(List.of(STOKKE, ANDEBU), "20000")),
                Map.of(OSLO, "13", HOLMESTRAND, "2"),
                Map.of());
    }
}
