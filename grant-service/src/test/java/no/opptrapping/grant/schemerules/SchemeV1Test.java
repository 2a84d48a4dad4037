package no.opptrapping.grant.schemerules;

import static no.opptrapping.grant.schemerules.SampleRules.criterion;
import static no.opptrapping.grant.schemerules.SampleRules.instalment;
import static no.opptrapping.grant.schemerules.SampleRules.reason;
import static no.opptrapping.grant.schemerules.SampleRules.weighing;
import static no.opptrapping.grant.schemerules.SampleRules.whole;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class SchemeV1Test {
    @Test
    void aVersionThatIsPutInForceIsToldAsApproved() throws JsonProcessingException {
        assertToldAsApproved(1, weighing(criterion("need", 60), criterion("plan", 40)));
    }

    @Test
    void whatItSaysOfHandlingPaymentsCarryOverAndApplicantsIsToldToo() throws JsonProcessingException {
        assertToldAsApproved(
                2,
                whole(
                        new SchemeHandling(true, 14, List.of(reason("outside-purpose"))),
                        new SchemePayments(
                                List.of(instalment(60, "--03-01"), instalment(40, "--08-01")), Kroner.of(1_000_000))));
    }

    @Test
    void whoDecidesIsToldWhereItIsNotTheDirectorate() throws JsonProcessingException {
        assertToldAsApproved(3, SampleRules.decidedByCountyGovernors());
    }

    private static void assertToldAsApproved(int sample, SchemeRules rules) throws JsonProcessingException {
        var name = new LocalisedText("Kommunalt rusarbeid", "Kommunalt rusarbeid", "Municipal substance-use work");
        var scheme = new Scheme(
                new SchemeId(new UUID(0, 31)),
                "kommunalt-rusarbeid",
                name,
                name,
                SchemeKind.EARMARKED,
                new Contact("Tilskudd", "tilskudd@example.no", ""));
        var version = SchemeVersion.draft(scheme.id(), 2, rules, "ada", Instant.parse("2024-11-01T09:00:00Z"))
                .inForce(new SchemeVersion.InForce(
                        LocalDate.of(2025, 1, 1), "dina", Instant.parse("2024-11-10T09:00:00Z")));
        var event = SchemeV1.of(scheme, version);
        assertThat(event.key()).isEqualTo(scheme.id().toString());
        assertThat(event.version()).isEqualTo(2);
        ContractSamples.ownedBy("grant-service")
                .assertApproved(
                        "scheme.v1",
                        sample,
                        JsonMapper.builder()
                                .addModule(new JavaTimeModule())
                                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                                .build()
                                .writeValueAsString(event.data()));
    }
}
