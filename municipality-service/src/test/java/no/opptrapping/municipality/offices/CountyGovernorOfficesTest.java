package no.opptrapping.municipality.offices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.platform.testing.ContractSamples;
import org.junit.jupiter.api.Test;

/** The county governors' offices through the reforms of offices and of counties, and what is told of them. */
class CountyGovernorOfficesTest {
    private static final ReferenceEdition EDITION = ReadReferenceEdition.read();

    @Test
    void everyCountyHasOneOfficeOnEveryFirstOfJanuary() {
        for (var year = 2012; year <= 2026; year++) {
            var day = LocalDate.of(year, 1, 1);
            var covered = EDITION.offices().stream()
                    .flatMap(office -> office.on(day).stream())
                    .flatMap(version -> version.counties().stream())
                    .sorted()
                    .toList();
            assertThat(covered)
                    .as("%s", day)
                    .isEqualTo(EDITION.register().countiesOn(day).stream()
                            .map(county -> county.number())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void thereAreEighteenOfficesInTwentyFourteenAndTenSinceTwentyNineteen() {
        assertThat(Stream.of(2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2023, 2024, 2026)
                        .map(year -> on(LocalDate.of(year, 1, 1)).size()))
                .containsExactly(18, 18, 17, 17, 16, 10, 10, 10, 10, 10, 10);
    }

    @Test
    void anOfficeThatCeasedLeavesItsCountiesToItsSuccessor() {
        for (var office : EDITION.offices()) {
            var ceased = office.ceasedOn();
            if (ceased == null) {
                assertThat(office.successorId()).isNull();
                continue;
            }
            assertThat(EDITION.offices())
                    .filteredOn(one -> one.officeId().equals(office.successorId()))
                    .singleElement()
                    .satisfies(successor -> assertThat(successor.on(ceased)).isPresent());
        }
    }

    @Test
    void anOfficeIsToldOfAsApproved() throws JsonProcessingException {
        var contracts = ContractSamples.ownedBy("municipality-service");
        contracts.assertApproved("county-governor-office.v1", 1, told("oslo-og-akershus"));
        contracts.assertApproved("county-governor-office.v1", 2, told("aust-agder"));
    }

    private static List<CountyGovernorOffice> on(LocalDate day) {
        return EDITION.offices().stream()
                .filter(office -> office.on(day).isPresent())
                .toList();
    }

    private static String told(String key) throws JsonProcessingException {
        var office = EDITION.offices().stream()
                .filter(one -> one.officeId().equals(CountyGovernorOffice.id(key)))
                .findFirst()
                .orElseThrow();
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build()
                .writeValueAsString(office.event(1).data());
    }
}
