package no.opptrapping.grant.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;
import org.junit.jupiter.api.Test;

class FrameworkAllocationV1Test {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void tellsOfAMunicipalityThatIsCompensated() throws JsonProcessingException {
        var allocation = allocation(1, ROW, Optional.empty());
        ContractSamples.ownedBy("grant-service")
                .assertApproved(
                        "framework-allocation.v1", 2, JSON.writeValueAsString(FrameworkAllocationV1.of(allocation)));
    }

    @Test
    void tellsOfACorrection() throws JsonProcessingException {
        var allocation = allocation(
                2,
                ROW,
                Optional.of(new FrameworkAllocation.Correction(
                        new UUID(0, 40),
                        Kroner.of(250_000),
                        new LocalisedText("Feil nøkkel.", "Feil nøkkel.", "Wrong key."))));
        ContractSamples.ownedBy("grant-service")
                .assertApproved(
                        "framework-allocation.v1", 3, JSON.writeValueAsString(FrameworkAllocationV1.of(allocation)));
    }

    private static final AdoptedFrameworkRow ROW = new AdoptedFrameworkRow(
            new MunicipalityId(new UUID(0, 11)),
            new MunicipalityNumber("1151"),
            Kroner.of(330_000),
            Kroner.of(18_000),
            new Easing(Ore.of(22_999_962), Ore.of(100_012), Ore.ZERO, Ore.of(50)),
            Kroner.of(247_000));

    private static FrameworkAllocation allocation(
            long version, AdoptedFrameworkRow row, Optional<FrameworkAllocation.Correction> correction) {
        return new FrameworkAllocation(
                new FrameworkAllocationId(new UUID(0, 61)),
                version,
                new UUID(0, 41),
                new FrameworkAllocation.Purpose(new SchemeId(new UUID(0, 32)), "571", "60"),
                1,
                new FrameworkAllocation.Purpose(new SchemeId(new UUID(0, 31)), "765", "62"),
                Year.of(2026),
                row,
                LocalDate.of(2027, 1, 15),
                LocalDate.of(2027, 3, 1),
                "is-24-8",
                "dina",
                Instant.parse("2025-12-01T09:00:00Z"),
                correction);
    }
}
