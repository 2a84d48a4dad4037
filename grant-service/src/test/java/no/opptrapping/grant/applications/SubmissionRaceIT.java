package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when two things happen at once. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class SubmissionRaceIT {
    private static final Instant OPEN = Instant.parse("2025-02-01T10:00:00Z");
    private static final Instant OVER = Instant.parse("2025-03-02T10:00:00Z");

    @Inject
    World world;

    @Inject
    Applications applications;

    @Inject
    DataSource database;

    @Inject
    AssessedApplications assessed;

    @Inject
    DecideApplications decideApplications;

    private String call;

    @BeforeEach
    void announce() {
        world.itIs(World.BEGINNING);
        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .extract()
                .path("id");
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        world.itIs(OPEN);
    }

    @Test
    void ofTwoApplicationsOfOneMunicipalitySubmittedAtOnceOneIsSubmitted() {
        var municipality = world.founded("Toganger");
        var first = begin(municipality, application(call));
        var second = begin(municipality, application(call));

        assertThat(atOnce(submission(municipality, first), submission(municipality, second)))
                .containsExactlyInAnyOrder(201, 422);
        assertThat(applications.submitted(callId())).hasSize(1);
        assertThat(applications.figures(callId()).refusedSubmissions()).isEqualTo(1);
    }

    @Test
    void oneApplicationSubmittedAHundredTimesAtOnceIsSubmittedOnce() throws Exception {
        var municipality = world.founded("Hundreklikk");
        var draft = begin(municipality, application(call));
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(Collections.nCopies(100, submission(municipality, draft)))) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).hasSize(100).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(applications.submitted(callId())).hasSize(1);
    }

    @Test
    void ofTwoJointApplicationsWithTheSameParticipantsOneIsSubmittedAndNobodyWaitsForEver() {
        var one = world.founded("En");
        var other = world.founded("Annen");
        for (var round = 0; round < 5; round++) {
            var first = begin(one, joint(one, other));
            var second = begin(other, joint(other, one));

            assertThat(atOnce(submission(one, first), submission(other, second)))
                    .containsExactlyInAnyOrder(201, 422);
            var submitted = applications.submitted(callId());
            assertThat(submitted).hasSize(1);
            var host = submitted.getFirst().host().equals(one.id()) ? one : other;
            post(
                            world.as(host),
                            "/v1/applications/" + submitted.getFirst().id() + "/withdrawal",
                            Map.of("reason", "Prøver igjen"))
                    .statusCode(201);
        }
    }

    @Test
    void anApplicationIsEitherWithdrawnOrAssessedFirstAndNeverReadyAfterItsWithdrawal() {
        for (var round = 0; round < 5; round++) {
            var municipality = world.founded("Ombestemt " + round);
            var application = begin(municipality, application(call));
            assertThat(status(municipality, application)).isEqualTo(201);

            var results = atOnce(
                    () -> post(
                                    world.as(municipality),
                                    "/v1/applications/" + application + "/withdrawal",
                                    Map.of("reason", "Nei"))
                            .extract()
                            .statusCode(),
                    () -> post(
                                    world.asPerson("adviser-1", "adviser"),
                                    "/v1/assessments",
                                    assessment(application, 300_000, 1))
                            .extract()
                            .statusCode());

            assertThat(results.getFirst()).isEqualTo(201);
            assertThat(results.getLast()).isIn(201, 409);
            assertThat(assessed.readyFor(CallPart.whole(callId()))).isEmpty();
            assertThat(assessed.notReadyFor(CallPart.whole(callId()))).isEmpty();
        }
    }

    @Test
    void aSubmissionThatRacesWithTheDecisionIsDecidedOrRefused() {
        var early = world.founded("Tidlig");
        var racing = world.founded("Presis");
        var decided = begin(early, application(call));
        assertThat(status(early, decided)).isEqualTo(201);
        var late = begin(racing, application(call));
        world.itIs(OVER);

        var results = atOnce(submission(racing, late), () -> {
            var outcome = QuarkusTransaction.requiringNew()
                    .call(() -> decideApplications.decide(
                            CallPart.whole(callId()),
                            Map.of(new ApplicationId(UUID.fromString(decided)), Kroner.of(300_000)),
                            UUID.randomUUID(),
                            "leader-1"));
            return outcome instanceof DecideApplications.Outcome.Decided(var approved, var rejected)
                    ? approved.size() * 10 + rejected.size()
                    : -1;
        });

        assertThat(results).containsExactly(422, 10);
        assertThat(applications.submitted(callId())).isEmpty();
        world.as(early)
                .get("/v1/applications/" + decided)
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"))
                .body("awarded", equalTo(300_000));
    }

    @Test
    void aSubmissionReceivedBeforeTheDeadlineIsOnTimeThoughItIsTakenUpAfterIt() throws Exception {
        var municipality = world.founded("Siste liten");
        var application = begin(municipality, application(call));
        try (var thread = Executors.newSingleThreadExecutor()) {
            var answer = QuarkusTransaction.requiringNew().call(() -> {
                applications.lock(new ApplicationId(UUID.fromString(application)));
                var waiting = thread.submit(submission(municipality, application));
                Poll.until("the submission to wait for the application", this::somebodyWaits);
                world.itIs(OVER);
                return waiting;
            });
            assertThat(answer.get()).isEqualTo(201);
        }
    }

    private boolean somebodyWaits() {
        try (var connection = database.getConnection();
                var locks = connection.prepareStatement("select exists (select from pg_locks where not granted)");
                var row = locks.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsDecidedBeforeTheDeadlineOrForOneThatIsWithdrawn() {
        var municipality = world.founded("Utålmodig");
        var application = begin(municipality, application(call));
        assertThat(status(municipality, application)).isEqualTo(201);
        var id = new ApplicationId(UUID.fromString(application));

        assertThat(decide(Map.of(id, Kroner.of(1)))).isInstanceOf(DecideApplications.Outcome.CallNotOver.class);
        world.itIs(OVER);
        assertThat(decide(Map.of(id, Kroner.of(400_001))))
                .isEqualTo(new DecideApplications.Outcome.NotAsAssumed(List.of(id)));
        post(world.as(municipality), "/v1/applications/" + application + "/withdrawal", Map.of("reason", "Nei"))
                .statusCode(201);
        assertThat(decide(Map.of(id, Kroner.of(1))))
                .isEqualTo(new DecideApplications.Outcome.NotAsAssumed(List.of(id)));
        assertThat(decide(Map.of())).isEqualTo(new DecideApplications.Outcome.Decided(List.of(), List.of()));
        assertThat(decide(Map.of())).isInstanceOf(DecideApplications.Outcome.CallAlreadyDecided.class);
    }

    private DecideApplications.Outcome decide(Map<ApplicationId, Kroner> awarded) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        decideApplications.decide(CallPart.whole(callId()), awarded, UUID.randomUUID(), "leader-1"));
    }

    private Map<String, Object> joint(World.Resident host, World.Resident other) {
        var body = application(call);
        body.put(
                "participants",
                List.of(
                        participant(host.number().value(), 250_000),
                        participant(other.number().value(), 150_000)));
        return body;
    }

    private Callable<Integer> submission(World.Resident by, String application) {
        return () -> status(by, application);
    }

    private int status(World.Resident by, String application) {
        return post(world.as(by), "/v1/applications/" + application + "/submission")
                .extract()
                .statusCode();
    }

    private String begin(World.Resident by, Map<String, Object> body) {
        return post(world.as(by), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private CallId callId() {
        return new CallId(UUID.fromString(call));
    }

    /** Lets both begin at the same moment and gives their results in order. */
    private static List<Integer> atOnce(Callable<Integer> first, Callable<Integer> second) {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = new ArrayList<Integer>();
            for (var running : threads.invokeAll(List.of(after(start, first), after(start, second)))) {
                results.add(running.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Callable<Integer> after(CyclicBarrier start, Callable<Integer> act) {
        return () -> {
            start.await();
            return act.call();
        };
    }
}
