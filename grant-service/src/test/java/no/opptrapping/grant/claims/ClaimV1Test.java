package no.opptrapping.grant.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.SampleAwards;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class ClaimV1Test {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Award AWARD = SampleAwards.accepted();

    @Test
    void tellsThatMoneyIsToBePaidBack() throws JsonProcessingException {
        approved(1, draft());
    }

    @Test
    void tellsWhatHasBecomeOfIt() throws JsonProcessingException {
        var decision = new Claim.Decision(
                Kroner.of(40_000), "Ikke brukt", Optional.empty(), "dina", NOW, Optional.of(LocalDate.of(2026, 4, 10)));
        var day = LocalDate.of(2026, 3, 20);
        approved(
                2,
                draft().proposed(new Claim.Word(Kroner.of(40_000), "Ikke brukt", "ada", NOW))
                        .next()
                        .decided(decision)
                        .in(Claim.State.CLAIMED, NOW)
                        .stepped(
                                Claim.StepKind.CLAIMED,
                                Kroner.of(40_000),
                                "Ikke brukt",
                                day,
                                false,
                                "dina",
                                NOW,
                                Optional.empty(),
                                Optional.empty())
                        .stepped(
                                Claim.StepKind.REPAID,
                                Kroner.of(-15_000),
                                "B1",
                                day,
                                false,
                                "bank",
                                NOW,
                                Optional.empty(),
                                Optional.of(new UUID(0, 81)))
                        .next());
    }

    private static Claim draft() {
        var drafted =
                Claim.draft(17, AWARD, AWARD.year(), Claim.Cause.UNSPENT, Kroner.of(40_000), "Ubrukt", "reports", NOW);
        return new Claim(
                new ClaimId(new UUID(0, 80)),
                drafted.number(),
                drafted.kid(),
                drafted.award(),
                drafted.scheme(),
                drafted.year(),
                drafted.recipient(),
                drafted.version(),
                drafted.cause(),
                drafted.state(),
                drafted.found(),
                drafted.grounds(),
                drafted.raisedBy(),
                drafted.proposal(),
                drafted.decision(),
                drafted.remindedAt(),
                drafted.steps(),
                drafted.openedAt(),
                drafted.changedAt());
    }

    private static void approved(int number, Claim claim) throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service")
                .assertApproved("claim.v1", number, JSON.writeValueAsString(ClaimV1.of(claim, AWARD)));
    }
}
