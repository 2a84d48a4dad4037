package no.opptrapping.grant.carryover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.SampleAwards;
import no.opptrapping.grant.schemerules.ReportingTerms;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class CarryOverV1Test {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    @Test
    void tellsWhatIsCarriedIntoTheNextYearAndHowItIsReported() throws JsonProcessingException {
        var award = SampleAwards.accepted();
        var carried = new CarryOver(
                        CarryOverId.of(award.id(), award.year()),
                        award.id(),
                        award.purpose().scheme(),
                        award.year(),
                        award.recipient().municipality(),
                        0,
                        Kroner.of(100_000),
                        Kroner.ZERO,
                        new CarryOverTerms(Kroner.of(60_000), true),
                        List.of(new CarryOver.Step(
                                new UUID(0, 71),
                                1,
                                CarryOver.Cause.RULE,
                                Kroner.of(60_000),
                                Optional.empty(),
                                "scheme-rules",
                                NOW)),
                        List.of(),
                        NOW,
                        NOW)
                .next();
        var terms = new ReportingTerms(
                MonthDay.of(1, 15), MonthDay.of(3, 1), "is-24-8", Kroner.of(200_000), Optional.of(Kroner.of(500_000)));
        ContractSamples.ownedBy("grant-service")
                .assertApproved("carry-over.v1", 1, JSON.writeValueAsString(CarryOverV1.of(carried, award, terms)));
    }
}
