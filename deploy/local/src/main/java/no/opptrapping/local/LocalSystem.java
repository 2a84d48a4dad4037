package no.opptrapping.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.opptrapping.embedded.Child;
import no.opptrapping.embedded.StartFailure;
import org.jspecify.annotations.Nullable;

/** The three services as processes on top of the infrastructure. */
final class LocalSystem implements World, AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Installation installation;
    private final Path directory;
    private final PortPlan ports;
    private final Story story;
    private final RunState state;
    private final Infrastructure infrastructure;
    private final Texts texts;
    private final ServiceEnvironment environment;
    private final KeptTokens tokens = new KeptTokens(Clock.systemUTC());
    private final Map<Service, Child> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CALL_LIMIT).build();

    LocalSystem(
            Installation installation,
            Path directory,
            PortPlan ports,
            Story story,
            RunState state,
            Infrastructure infrastructure,
            Texts texts) {
        this.installation = installation;
        this.directory = directory;
        this.ports = ports;
        this.story = story;
        this.state = state;
        this.infrastructure = infrastructure;
        this.texts = texts;
        this.environment = new ServiceEnvironment(infrastructure, ports);
    }

    /** Migrates all databases and starts all services side by side, and waits until they are ready. */
    void start(Progress progress) {
        var migrations = new EnumMap<Service, Child>(Service.class);
        for (var service : Service.values()) {
            migrations.put(service, migrate(service));
        }
        migrations.forEach((service, migration) -> {
            migration.awaitSuccess(START_LIMIT);
            launch(service);
        });
        for (var service : Service.values()) {
            awaitReady(service);
            progress.say(texts.text("step.ready", service.directory()));
        }
    }

    /** Starts again whatever ends by itself from now on, and says so. */
    void keepAlive(Progress progress) {
        var _ = watch.scheduleWithFixedDelay(
                () -> running.forEach((service, child) -> revive(service, child, progress)),
                LOOK_EVERY.toMillis(),
                LOOK_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** What is stopped on purpose is taken out first, so that only one of us starts it again. */
    private void revive(Service service, Child child, Progress progress) {
        if (child.isAlive() || !running.remove(service, child)) {
            return;
        }
        child.close();
        progress.say(texts.text("step.revived", service.directory(), child.log()));
        try {
            launch(service);
            awaitReady(service);
            progress.say(texts.text("step.ready-again", service.directory()));
        } catch (StartFailure e) {
            progress.say(Objects.toString(e.getMessage()));
        }
    }

    private Child migrate(Service service) {
        var name = service.directory() + "-migration";
        return Child.start(new Child.Spec(
                name,
                command(service, directory.resolve(name), "-Xmx96m", "migrate"),
                environment.ofMigration(service),
                directory.resolve(name),
                Child.StopSignal.TERM,
                Duration.ZERO));
    }

    private void launch(Service service) {
        var home = directory.resolve(service.directory());
        running.put(
                service,
                Child.start(new Child.Spec(
                        service.directory(),
                        command(service, home, "-Xmx256m"),
                        environment.of(service, state.clock(story.year())),
                        home,
                        Child.StopSignal.TERM,
                        Duration.ZERO)));
    }

    private List<String> command(Service service, Path home, String heap, String... arguments) {
        var program = installation.program(service);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Xmn" + (arguments.length == 0 ? "128m" : "48m"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // What has just been built here need not be verified at every start.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                // Classes as the build has loaded and linked them; without the file the service starts all the same.
                "-XX:AOTCache=" + program.resolveSibling("app.aot"),
                "-Dopptrapping.run=" + home,
                "-jar",
                program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private void awaitReady(Service service) {
        child(service).awaitReady(START_LIMIT, () -> isReady(service));
    }

    private boolean isReady(Service service) {
        try {
            var request = HttpRequest.newBuilder(address(service).resolve("/q/health/ready"))
                    .timeout(CALL_LIMIT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Child child(Service service) {
        return isRunning(service, running.get(service));
    }

    private Child takeOut(Service service) {
        return isRunning(service, running.remove(service));
    }

    private static Child isRunning(Service service, @Nullable Child child) {
        if (child == null) {
            throw new IllegalStateException(service.directory() + " is not running");
        }
        return child;
    }

    @Override
    public Year year() {
        return story.year();
    }

    @Override
    public GrantModel model() {
        return story.model();
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    @Override
    public String organisationToken(String organisationNumber, String... scopes) {
        return tokens.of(
                organisationNumber,
                scopes,
                () -> infrastructure.issuer().organisationToken(organisationNumber, scopes));
    }

    @Override
    public String staffToken(String subject, String... roles) {
        return tokens.of(subject, roles, () -> infrastructure.issuer().staffToken(subject, roles));
    }

    @Override
    public String countyGovernorToken(String subject, String counties) {
        return tokens.of(
                subject, new String[] {counties}, () -> infrastructure.issuer().countyGovernorToken(subject, counties));
    }

    @Override
    public void setClock(Instant instant) {
        if (state.hasBeen(instant, story.year())) {
            return;
        }
        var token = staffToken("deploy-up", "administrator");
        for (var service : Service.values()) {
            var request = HttpRequest.newBuilder(address(service).resolve("/local/clock"))
                    .timeout(CALL_LIMIT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"instant\":\"" + instant + "\"}"))
                    .build();
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new ScenarioFailure(service.directory() + " did not take the new time: " + answer.statusCode()
                            + " " + answer.body());
                }
            } catch (IOException e) {
                throw new ScenarioFailure(service.directory() + " did not take the new time: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ScenarioFailure("Interrupted while the clock was being set.", e);
            }
        }
        state.clockIs(instant);
    }

    @Override
    public void kill(Service service) {
        takeOut(service).kill();
    }

    @Override
    public void restart(Service service) {
        Optional.ofNullable(running.remove(service)).ifPresent(Child::close);
        launch(service);
        awaitReady(service);
    }

    /** Stops the services, all at the same time. */
    @Override
    public void close() {
        watch.shutdownNow();
        running.values().parallelStream().forEach(Child::close);
        http.close();
    }
}
