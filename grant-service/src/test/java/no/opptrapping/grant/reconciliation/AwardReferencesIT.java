package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several schemes share an item of the budget, and each award of the item has a reference of its own. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AwardReferencesIT {
    @Inject
    MoneyWorld world;

    @Inject
    SimulatedClock clock;

    @BeforeEach
    void begin() {
        clock.resetTo(Instant.parse("2025-06-01T08:00:00Z"));
    }

    @Test
    void schemesOfOneItemCountOnWhenTheyAwardAtOnce() throws Exception {
        var schemes = new ArrayList<SchemeId>();
        for (var count = 0; count < 4; count++) {
            var scheme = world.scheme("earmarked");
            world.appropriate(scheme, 1_000_000);
            schemes.add(scheme);
        }
        var one = world.municipality(true);
        var other = world.municipality(true);
        var recipients = Map.of(one, 200_000L, other, 300_000L);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(schemes.size())) {
            var adoptions = schemes.stream()
                    .map(scheme -> threads.submit((Callable<MakeAwards.Outcome>) () -> {
                        start.await();
                        return world.award(scheme, recipients);
                    }))
                    .toList();
            start.countDown();
            for (var adoption : adoptions) {
                assertThat(adoption.get()).isInstanceOf(MakeAwards.Outcome.Made.class);
            }
        }

        var numbers = schemes.stream()
                .map(this::references)
                .flatMap(List::stream)
                .map(reference -> Integer.parseInt(reference.substring("76562-2025-".length())))
                .sorted()
                .toList();
        assertThat(numbers).hasSize(8).doesNotHaveDuplicates();
        assertThat(numbers.getLast() - numbers.getFirst())
                .as("no number is left out")
                .isEqualTo(7);
    }

    private List<String> references(SchemeId scheme) {
        return world.as("kari", "controller")
                .get("/v1/awards?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .path("items.reference");
    }
}
