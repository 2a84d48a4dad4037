package no.opptrapping.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Reports;
import org.junit.jupiter.api.Test;

/** The same events, twice and in every order, leave the same obligations and the same report. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class ReorderedEventsIT {
    private static final long SEED = 20_250_301L;

    @Inject
    Neighbours neighbours;

    @Inject
    Obligations obligations;

    @Inject
    Reports reports;

    @Inject
    KnownGrants grants;

    @Inject
    SimulatedClock clock;

    private record World(String municipality, String award, String annulled, List<Neighbours.Sent> events) {}

    @Test
    void leaveTheSameStateInEveryOrder() {
        clock.resetTo(Instant.parse("2026-02-01T08:00:00Z"));
        var orders = orders(4, 24);
        var worlds = orders.stream().map(this::published).toList();

        for (var i = 0; i < worlds.size(); i++) {
            var world = worlds.get(i);
            var what = "seed " + SEED + ", order " + orders.get(i);
            Poll.until(what, () -> state(world).equals("OPEN 500000, CANCELLED 0, accounts [500000]"));
        }
    }

    @Test
    void doNotChangeAnythingWhenAllOfThemComeAgain() {
        clock.resetTo(Instant.parse("2026-02-01T08:00:00Z"));
        var world = published(List.of(0, 1, 2, 3));
        Poll.until("the first state", () -> state(world).startsWith("OPEN 500000, CANCELLED"));
        var report = reports.find(room(world)).orElseThrow();

        world.events().forEach(neighbours::publish);
        var last = published(List.of(0, 1, 2, 3));
        Poll.until("events that came after them", () -> state(last).startsWith("OPEN 500000, CANCELLED"));

        assertThat(reports.find(room(world))).hasValue(report);
    }

    /** Of what was divided as framework grant and corrected, the newest is known, however late the others come. */
    @Test
    void ofACorrectedFrameworkAllocationTheNewestIsKnown() {
        clock.resetTo(Instant.parse("2027-02-01T08:00:00Z"));
        var corrections = List.of(700_000L, 0L, 650_000L);
        for (var order : List.of(List.of(1, 2, 3), List.of(3, 1, 2), List.of(2, 3, 3, 1, 1))) {
            var allocation = UUID.randomUUID().toString();
            var municipality = UUID.randomUUID().toString();
            order.forEach(version -> neighbours.publish(neighbours.frameworkAllocation(
                    allocation, version, municipality, "5001", corrections.get(version - 1))));
            Poll.until(
                    "order " + order,
                    () -> known(allocation).equals("650000")
                            && obligation(allocation).startsWith("OPEN"));
        }
        var emptied = UUID.randomUUID().toString();
        var municipality = UUID.randomUUID().toString();
        neighbours.publish(
                neighbours.frameworkAllocation(emptied, 2, municipality, "5001", 0),
                neighbours.frameworkAllocation(emptied, 1, municipality, "5001", 700_000));
        Poll.until("nothing to report on", () -> obligation(emptied).startsWith("CANCELLED"));
    }

    private String known(String allocation) {
        return grants.frameworkAllocation(UUID.fromString(allocation))
                .map(found -> found.amount().toString())
                .orElse("none");
    }

    private World published(List<Integer> order) {
        var municipality = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        var annulled = UUID.randomUUID().toString();
        var payment = UUID.randomUUID().toString();
        var parts = List.of(
                List.of(
                        neighbours.award(award, 1, "awarded", municipality, "5001", 500_000),
                        neighbours.award(award, 2, "accepted", municipality, "5001", 500_000)),
                List.of(neighbours.payment(payment, 3, "confirmed", award, municipality, 500_000)),
                List.of(neighbours.payment(payment, 1, "ordered", award, municipality, 500_000)),
                List.of(
                        neighbours.award(annulled, 2, "annulled", municipality, "5001", 70_000),
                        neighbours.award(annulled, 1, "accepted", municipality, "5001", 70_000)));
        var events = order.stream().flatMap(part -> parts.get(part).stream()).toList();
        events.forEach(neighbours::publish);
        neighbours.publish(events.getFirst(), events.getLast());
        return new World(municipality, award, annulled, events);
    }

    private String state(World world) {
        return obligation(world.award()) + ", " + obligation(world.annulled()) + ", accounts "
                + reports.find(room(world))
                        .map(report -> report.answers().accounts().stream()
                                .map(account -> account.received())
                                .toList()
                                .toString())
                        .orElse("none");
    }

    private String obligation(String award) {
        return obligations
                .find(ObligationId.of(UUID.fromString(award)))
                .map(found -> found.status() + " " + (found.status() == ObligationStatus.OPEN ? found.received() : "0"))
                .orElse("none");
    }

    private static ReportId room(World world) {
        return ReportId.of(new MunicipalityId(UUID.fromString(world.municipality())), Year.of(2025));
    }

    /** So many different orders of so many parts, shuffled with a seed. */
    private static List<List<Integer>> orders(int parts, int many) {
        var random = new Random(SEED);
        var orders = new ArrayList<List<Integer>>();
        while (orders.size() < many) {
            var order = new ArrayList<>(
                    java.util.stream.IntStream.range(0, parts).boxed().toList());
            Collections.shuffle(order, random);
            if (!orders.contains(order)) {
                orders.add(List.copyOf(order));
            }
        }
        return orders;
    }
}
