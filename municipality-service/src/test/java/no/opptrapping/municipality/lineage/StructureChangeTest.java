package no.opptrapping.municipality.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.register.Heir;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

class StructureChangeTest {
    private static final LocalDate REFORM = LocalDate.of(2020, 1, 1);

    @Test
    void refusesASplitWhoseSharesDoNotSumToOne() {
        assertThatThrownBy(() -> split(part("0002", "0.5", true), part("0003", "0.4", false)))
                .hasMessageContaining("sum to 0.9");
    }

    @Test
    void refusesASplitWithoutExactlyOneDutyBearer() {
        assertThatThrownBy(() -> split(part("0002", "0.5", true), part("0003", "0.5", true)))
                .hasMessageContaining("one duty-bearer");
        assertThatThrownBy(() -> split(part("0002", "0.5", false), part("0003", "0.5", false)))
                .hasMessageContaining("one duty-bearer");
    }

    @Test
    void refusesASplitIntoOnePart() {
        assertThatThrownBy(() -> split(part("0002", "1", true))).hasMessageContaining("at least two parts");
    }

    @Test
    void normalisesEstimatesSoThatTheSharesAreExactlyOne() {
        var moved = new LinkedHashMap<MunicipalityNumber, Long>();
        moved.put(new MunicipalityNumber("0002"), 1L);
        moved.put(new MunicipalityNumber("0003"), 1L);
        moved.put(new MunicipalityNumber("0004"), 1L);
        moved.put(new MunicipalityNumber("0005"), -5L);

        var shares = EstimateShares.from(moved);

        assertThat(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1");
        assertThat(shares.get(new MunicipalityNumber("0005"))).isEqualByComparingTo("0");
    }

    @Test
    void followsSharesThroughAChainOfChanges() {
        var lineage = new Lineage(List.of(
                split(part("0002", "0.5", true), part("0003", "0.5", false)),
                new StructureChange.Split(
                        REFORM.plusYears(4),
                        party("0002"),
                        List.of(part("0004", "0.25", false), part("0005", "0.75", true)),
                        "largest-part")));

        assertThat(lineage.heirsOn(party("0001").id(), REFORM.plusYears(4)))
                .extracting(heir -> heir.share().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder("0.125", "0.375", "0.5");
        assertThat(lineage.heirsOn(party("0001").id(), REFORM.minusDays(1)))
                .containsExactly(Heir.whole(party("0001").id()));
    }

    private static StructureChange.Split split(SplitPart... parts) {
        return new StructureChange.Split(REFORM, party("0001"), List.of(parts), "largest-part");
    }

    private static SplitPart part(String number, String share, boolean dutyBearer) {
        return new SplitPart(party(number), new BigDecimal(share), ShareMethod.ESTIMATED, dutyBearer);
    }

    private static Party party(String number) {
        return new Party(new MunicipalityId(new UUID(0, Long.parseLong(number))), new MunicipalityNumber(number));
    }
}
