package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import no.opptrapping.grant.awards.LapseAwards;
import no.opptrapping.grant.awards.RemindOfAwards;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** What a municipality is told of an award that it does not answer. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class RemindersIT extends MillionToGive {
    @Inject
    RemindOfAwards remindOfAwards;

    @Inject
    LapseAwards lapseAwards;

    @Test
    void isToldOfItRemindedOnceBeforeThePeriodEndsAndToldThatItLapsed() throws Exception {
        var slow = world.municipality(true);
        var quick = world.municipality(true);
        awards(Map.of(slow, 400_000L, quick, 300_000L)).forEach(award -> accept(quick, award, ACCOUNT));
        remindOfAwards.look();
        assertThat(told(slow)).containsExactly("award-to-accept 2025-06-29");

        clock.resetTo(Instant.parse("2025-06-21T21:59:59Z"));
        remindOfAwards.look();
        assertThat(told(slow)).containsExactly("award-to-accept 2025-06-29");

        clock.resetTo(Instant.parse("2025-06-21T22:00:00Z"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : executor.invokeAll(Collections.nCopies(8, () -> {
                remindOfAwards.look();
                return true;
            }))) {
                one.get();
            }
        }
        assertThat(told(slow)).containsExactly("award-to-accept 2025-06-29", "award-about-to-lapse 2025-06-29");
        assertThat(told(quick)).containsExactly("award-to-accept 2025-06-29");

        clock.resetTo(Instant.parse("2025-06-29T22:00:00Z"));
        remindOfAwards.look();
        lapseAwards.look();
        assertThat(told(slow))
                .containsExactly("award-to-accept 2025-06-29", "award-about-to-lapse 2025-06-29", "award-lapsed null");
    }

    private List<String> told(Municipality municipality) {
        return world
                .as(municipality)
                .get("/v1/notices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .map(item -> item.get("kind") + " " + item.get("answerBy"))
                .toList();
    }
}
