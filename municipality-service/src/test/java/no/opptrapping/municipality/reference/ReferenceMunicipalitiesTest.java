package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.Inheritance;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Who the municipalities of the reference data are, whom they came from and what became of them. */
class ReferenceMunicipalitiesTest {
    private static final Register REGISTER = ReadReferenceEdition.read().register();

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
}
