package no.opptrapping.grant.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class CallV1Test {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Call MADE = new Call(
            new CallId(UUID.fromString("0195c0de-0000-7000-8000-000000000001")),
            new SchemeId(UUID.fromString("0195c0de-0000-7000-8000-00000000000a")),
            Year.of(2025),
            new LocalisedText("Utlysning 2025", "Utlysing 2025", "Call 2025"),
            LocalDate.of(2025, 1, 15),
            Instant.parse("2025-03-01T22:59:59Z"),
            Kroner.of(300_000_000),
            DivisionRule.RANKED,
            TieRule.EARLIEST,
            true,
            List.of(),
            CallStatus.DRAFT,
            1,
            "adviser-1",
            Instant.parse("2025-01-10T08:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            CallParts.WHOLE);

    private static final Call ANNOUNCED = MADE.announced("leader-1", Instant.parse("2025-01-13T09:00:00Z"), 2);

    private static final CallParts.Decided DECIDED =
            new CallParts.Decided(null, new UUID(0, 7), Instant.parse("2025-03-20T09:00:00Z"));

    @Test
    void aMadeCallIsToldAsApproved() throws JsonProcessingException {
        approve(1, MADE);
    }

    @Test
    void anAnnouncedCallIsToldAsApproved() throws JsonProcessingException {
        approve(2, ANNOUNCED);
    }

    @Test
    void aClosedCallIsToldAsApproved() throws JsonProcessingException {
        approve(3, ANNOUNCED.closed(DECIDED));
    }

    @Test
    void anAnnouncedCallNamesTheVersionOfTheSchemesRules() throws JsonProcessingException {
        approve(4, ANNOUNCED);
    }

    @Test
    void aCallThatIsCalledOffIsToldAsClosedWithItsReason() throws JsonProcessingException {
        approve(
                5,
                ANNOUNCED.cancelled(new CallChange(
                        CallChange.Kind.CANCELLED,
                        "leader-1",
                        Instant.parse("2025-02-01T09:00:00Z"),
                        "Stortinget har ikke bevilget pengene.",
                        null)));
    }

    @Test
    void aCallThatIsDecidedInRoundsTellsWhichAreDecided() throws JsonProcessingException {
        var name = new LocalisedText("Videreføring", "Vidareføring", "Continuations");
        var rounds = List.of(
                new Round(name, Round.Takes.CONTINUATIONS, null, Kroner.of(200_000_000), LocalDate.of(2025, 3, 20)),
                new Round(name, Round.Takes.NEW_MEASURES, null, null, LocalDate.of(2025, 5, 15)));
        approve(
                6,
                ANNOUNCED
                        .corrected(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(rounds),
                                new CallChange(
                                        CallChange.Kind.CORRECTED,
                                        "leader-1",
                                        Instant.parse("2025-02-01T09:00:00Z"),
                                        "Videreføring avgjøres først.",
                                        null))
                        .decided(new CallParts.Decided(1, new UUID(0, 7), Instant.parse("2025-03-20T09:00:00Z"))));
    }

    @Test
    void eachChangeHasANewerVersion() {
        assertThat(CallV1.of(MADE).version()).isEqualTo(1);
        assertThat(CallV1.of(ANNOUNCED).version()).isEqualTo(2);
        assertThat(CallV1.of(ANNOUNCED.closed(DECIDED)).version()).isEqualTo(3);
    }

    private static void approve(int number, Call call) throws JsonProcessingException {
        var event = CallV1.of(call);
        assertThat(event.key()).isEqualTo(call.id().toString());
        ContractSamples.ownedBy("grant-service")
                .assertApproved("call.v1", number, JSON.writeValueAsString(event.data()));
    }
}
