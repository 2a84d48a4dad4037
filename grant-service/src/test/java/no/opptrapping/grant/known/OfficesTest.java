package no.opptrapping.grant.known;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.testing.ContractSamples;
import org.junit.jupiter.api.Test;

/** County governors' offices as municipality-service tells of them. */
class OfficesTest {
    private static final ContractSamples SAMPLES = ContractSamples.ownedBy("municipality-service");

    @Test
    void anOfficeIsFoundByItsCountiesOfTheDate() {
        var oslo = heard(1);
        var offices = new Offices(List.of(oslo, heard(2)));

        assertThat(offices.ofCounty("02", LocalDate.of(2014, 6, 1))).contains(oslo.officeId());
        assertThat(offices.ofCounty("01", LocalDate.of(2018, 12, 31))).isEmpty();
        assertThat(offices.ofCounty("01", LocalDate.of(2019, 1, 1))).contains(oslo.officeId());
        assertThat(offices.ofCounty("30", LocalDate.of(2023, 12, 31))).contains(oslo.officeId());
        assertThat(offices.ofCounties(Set.of("31", "32", "34"), LocalDate.of(2024, 1, 1)))
                .containsExactly(oslo.officeId());
        assertThat(offices.name(oslo.officeId(), LocalDate.of(2022, 1, 1)))
                .isEqualTo("Statsforvalteren i Oslo og Viken");
    }

    @Test
    void anOfficeThatHasCeasedIsStoodInForByItsSuccessor() {
        var agder = heard(2);
        var offices = new Offices(List.of(agder));

        assertThat(offices.standingFor(agder.officeId(), LocalDate.of(2015, 12, 31)))
                .isEqualTo(agder.officeId());
        assertThat(offices.standingFor(agder.officeId(), LocalDate.of(2016, 1, 1)))
                .isEqualTo(agder.successorId());
        assertThat(offices.exists(agder.officeId(), LocalDate.of(2016, 1, 1))).isFalse();
        assertThat(offices.ceasedBy(LocalDate.of(2016, 1, 1))).containsExactly(agder);
    }

    private static HeardOffice heard(int sample) {
        try {
            return JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .treeToValue(SAMPLES.sample("county-governor-office.v1", sample), HeardOffice.class);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
