package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Records.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Optional;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class ApplicationV1Test {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant LATER = Instant.parse("2025-04-01T10:00:00Z");

    @Test
    void aSubmittedApplicationIsToldAsApproved() throws JsonProcessingException {
        approve(1, Examples.submitted());
    }

    @Test
    void aWithdrawnApplicationIsToldAsApproved() throws JsonProcessingException {
        approve(2, Examples.submitted().withdrawn("Ingen søkere", LATER));
    }

    @Test
    void anApprovedApplicationIsToldAsApproved() throws JsonProcessingException {
        approve(
                3,
                Examples.submitted()
                        .decided(new Application.Decision(LATER, "leader-1", Kroner.of(350_000), Optional.empty())));
    }

    @Test
    void aRejectedApplicationIsToldAsApproved() throws JsonProcessingException {
        approve(
                4,
                Examples.submitted()
                        .decided(new Application.Decision(LATER, "leader-1", Kroner.ZERO, Optional.empty())));
    }

    @Test
    void anApplicationThatAParticipantHasLeftIsToldAsApproved() throws JsonProcessingException {
        var submitted = Examples.submitted();
        var release =
                new Application.Release(submitted.participants().getLast(), ReleasedBy.PARTICIPANT, LATER, "Alene");
        approve(5, submitted.released(release));
    }

    @Test
    void anApplicationThatAnswersAFormIsToldAsApproved() throws JsonProcessingException {
        approve(6, but(Examples.submitted(), "content", but(Examples.COMPLETE, "formVersion", 2)));
    }

    @Test
    void aDraftIsToldToNobody() {
        assertThatThrownBy(() -> ApplicationV1.of(Examples.draft())).isInstanceOf(IllegalStateException.class);
    }

    private static void approve(int number, Application application) throws JsonProcessingException {
        var event = ApplicationV1.of(application);
        assertThat(event.key()).isEqualTo(application.id().toString());
        assertThat(event.version()).isEqualTo(application.version());
        ContractSamples.ownedBy("grant-service")
                .assertApproved("application.v1", number, JSON.writeValueAsString(event.data()));
    }
}
