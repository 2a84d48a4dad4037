package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The last half minute of a call: 357 municipalities submit at moments drawn beforehand, most of them in the last
 * seconds, whether the one before is answered or not; some come too late. Nobody who was in time is refused and nothing is
 * lost. Only when it is asked for: {@code -Dbenchmark=true -Dtest=DeadlineRushBenchmarkIT}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class DeadlineRushBenchmarkIT extends AnnouncedCall {
    private static final Instant DEADLINE = Instant.parse("2025-03-01T22:59:59Z");
    private static final int IN_TIME = 357;
    private static final int LATE = 20;
    private static final int QUIET = 40;
    private static final Duration RUSH = Duration.ofSeconds(30);

    /** What is sent this shortly before the deadline may be received after it. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(250);

    @Inject
    Applications applications;

    /** An answer, and how long it took from the moment at which it was meant to be sent. */
    private record Answered(int status, long nanos) {}

    @Test
    void nobodyWhoWasInTimeIsRefusedAndNothingIsLost() throws Exception {
        var seed = Long.getLong("random.seed", System.nanoTime());
        System.out.println("-Drandom.seed=" + seed);
        var random = new SplittableRandom(seed);
        var submissions = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < QUIET + IN_TIME + LATE; i++) {
            submissions.add(submission("Kommune " + i));
        }
        var quiet = new ArrayList<Answered>();
        for (var submission : submissions.subList(0, QUIET)) {
            quiet.add(timed(submission, System.nanoTime()));
        }
        world.itIs(DEADLINE.minus(RUSH));
        var begin = System.nanoTime();
        var answers = new ArrayList<Future<Answered>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = QUIET; i < submissions.size(); i++) {
                var submission = submissions.get(i);
                var moment = begin
                        + (i < QUIET + IN_TIME
                                ? inTime(random)
                                : RUSH.plus(ON_THE_WAY).toNanos());
                answers.add(clients.submit(() -> {
                    LockSupport.parkNanos(moment - System.nanoTime());
                    return timed(submission, moment);
                }));
            }
        }
        var inTime = answered(answers.subList(0, IN_TIME));
        var late = answered(answers.subList(IN_TIME, answers.size()));
        assertThat(quiet).extracting(Answered::status).containsOnly(201);
        assertThat(inTime).extracting(Answered::status).containsOnly(201);
        assertThat(late).extracting(Answered::status).containsOnly(422);
        assertThat(applications.submitted(new CallId(UUID.fromString(call)))).hasSize(QUIET + IN_TIME);
        System.out.printf("submission, quiet: median %.1f ms, 99th percentile %.1f ms%n", at(quiet, 50), at(quiet, 99));
        System.out.printf(
                "submission, rush of %d: median %.1f ms, 99th percentile %.1f ms; ratio %.2f and %.2f%n",
                IN_TIME,
                at(inTime, 50),
                at(inTime, 99),
                at(inTime, 50) / at(quiet, 50),
                at(inTime, 99) / at(quiet, 99));
    }

    /** Most come at the end: the cube of what is left is drawn, so that half come in the last eighth. */
    private static long inTime(SplittableRandom random) {
        var left = random.nextDouble();
        return (long) ((RUSH.toNanos() - ON_THE_WAY.toNanos()) * (1 - left * left * left));
    }

    private Callable<Integer> submission(String name) {
        var municipality = world.founded(name);
        var draft = begin(municipality, application(call));
        RequestSpecification as = world.as(municipality)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return () -> as.post("/v1/applications/" + draft + "/submission").statusCode();
    }

    private static Answered timed(Callable<Integer> submission, long meant) throws Exception {
        return new Answered(submission.call(), System.nanoTime() - meant);
    }

    private static List<Answered> answered(List<Future<Answered>> answers) throws Exception {
        var all = new ArrayList<Answered>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private static double at(List<Answered> answers, int percent) {
        var sorted = answers.stream().mapToLong(Answered::nanos).toArray();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
