package no.opptrapping.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.WireJson;
import no.opptrapping.reporting.forms.FormSize;
import org.junit.jupiter.api.Test;

class ObligationContractTest {
    private static final UUID CAUSE = UUID.fromString("5f0c6a1e-7d0b-4a53-9a30-0d3a1f4b7c11");
    private static final MunicipalityId TRONDHEIM =
            new MunicipalityId(UUID.fromString("0b9d9b1c-55a7-5e0f-8c1d-2f6a3e4b5c6d"));

    private final ContractSamples contracts = ContractSamples.ownedBy("reporting-service");

    @Test
    void publishesAnObligationOfAnAwardAsApproved() {
        contracts.assertApproved("obligation.v1", 1, produced(new Cause.Award(CAUSE), Year.of(2025)));
    }

    @Test
    void publishesAnObligationOfFrameworkMoneyAsApproved() {
        contracts.assertApproved("obligation.v1", 2, produced(new Cause.FrameworkAllocation(CAUSE), Year.of(2026)));
    }

    @Test
    void publishesAnObligationOfWhatIsCarriedOverAsApproved() {
        var award = UUID.fromString("8c2d7f10-3f55-4a4e-b1f5-1d0f6f3f2b22");
        contracts.assertApproved("obligation.v1", 3, produced(new Cause.CarryOver(CAUSE, award), Year.of(2026)));
    }

    @Test
    void contractsAreConsistent() {
        contracts.assertConsistent();
        assertThat(contracts.topics()).containsExactlyInAnyOrder("obligation.v1", "report.v1");
    }

    private static String produced(Cause cause, Year year) {
        return WireJson.of(ObligationV1.from(new Obligation(
                ObligationId.of(CAUSE),
                cause,
                TRONDHEIM,
                new MunicipalityNumber("5001"),
                year,
                LocalDate.of(year.getValue() + 1, 1, 15),
                LocalDate.of(year.getValue() + 1, 3, 1),
                "is-24-8",
                FormSize.FULL,
                cause.award().isPresent() ? Kroner.of(850_000) : Kroner.ZERO,
                cause.award().isPresent() ? ObligationStatus.OPEN : ObligationStatus.WAITING,
                List.of(),
                2)));
    }
}
