package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import no.opptrapping.embedded.Child;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.embedded.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is built for production: nobody can move its clock, since neither the bean nor the route is in it; it starts only
 * with issuers that can be believed, and shows strangers nothing but the API.
 */
class ProductionBuildIT {
    private static final String ROOM = "no/opptrapping/platform/time/";

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Service.class)
    void hasTheSystemClockAndNoWayToMoveIt(Service service) throws IOException {
        assertThat(made(service, "quarkus-app"))
                .contains(ROOM + "SystemClock_Bean.class")
                .noneMatch(name -> name.startsWith(ROOM + "SimulatedClock"));
        assertThat(made(service, "local-app"))
                .contains(ROOM + "SimulatedClock_Bean.class")
                .anyMatch(name -> name.startsWith(ROOM + "SimulatedClockResource$quarkusrestinvoker$move_"));
    }

    @Test
    void doesNotStartWithoutAnIssuerOrWithOneThatIsNotReachedOverHttps() throws Exception {
        try (var postgres = EmbeddedPostgres.start(
                directory.resolve("postgres"), Ports.free(), Set.of(Service.REPORTING.database()), false)) {
            migrate(postgres);
            assertThat(start(postgres, Map.of()))
                    .contains("It is not said whose tokens are believed: set OPPTRAPPING_ISSUER");
            assertThat(start(postgres, Map.of("OPPTRAPPING_ISSUER", "http://issuer.example")))
                    .contains("is not reached over https: see OPPTRAPPING_ISSUER");
        }
    }

    @Test
    void hasHealthAndMetricsOnAPortOfTheirOwnAndNoPageToTryTheApiOn() throws Exception {
        var main = Ports.free();
        var management = Ports.free();
        try (var postgres = EmbeddedPostgres.start(
                directory.resolve("postgres"), Ports.free(), Set.of(Service.REPORTING.database()), false)) {
            migrate(postgres);
            var settings = Map.of(
                    "OPPTRAPPING_ISSUER", "https://127.0.0.1:1/issuer",
                    "QUARKUS_HTTP_PORT", Integer.toString(main),
                    "QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
            try (var service = Child.start(spec(postgres, settings))) {
                service.awaitReady(Duration.ofMinutes(2), () -> status(management, "/q/health/live") > 0);

                assertThat(status(management, "/q/metrics")).isEqualTo(200);
                for (var path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/q/swagger-ui")) {
                    assertThat(status(main, path)).as(path).isEqualTo(404);
                }
                assertThat(status(main, "/q/openapi")).isEqualTo(200);
                assertThat(status(main, "/v1/forms/%zz")).isEqualTo(400);
            }
        }
    }

    private void migrate(EmbeddedPostgres postgres) {
        try (var migration = Child.start(spec(postgres, Map.of(), "migrate"))) {
            migration.awaitSuccess(Duration.ofMinutes(2));
        }
    }

    /** What the service says when it does not start. */
    private String start(EmbeddedPostgres postgres, Map<String, String> settings) throws InterruptedException {
        try (var service = Child.start(spec(postgres, settings))) {
            for (var second = 0; second < 120 && service.isAlive(); second++) {
                TimeUnit.SECONDS.sleep(1);
            }
            assertThat(service.isAlive()).as("the service has ended").isFalse();
            return service.output();
        }
    }

    private Child.Spec spec(EmbeddedPostgres postgres, Map<String, String> settings, String... arguments) {
        var environment = new TreeMap<>(Map.of(
                "OPPTRAPPING_DATABASE_HOST", "127.0.0.1",
                "OPPTRAPPING_DATABASE_PORT", Integer.toString(postgres.port()),
                "OPPTRAPPING_DATABASE_NAME", Service.REPORTING.database(),
                "OPPTRAPPING_DATABASE_PASSWORD", postgres.password(),
                "OPPTRAPPING_DATABASE_OWNER_PASSWORD", postgres.password(),
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"));
        environment.putAll(settings);
        var program = Path.of(System.getProperty(Installation.ROOT))
                .resolve(Service.REPORTING.directory())
                .resolve("target/quarkus-app/quarkus-run.jar");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dopptrapping.run=" + directory,
                "-jar",
                program.toString()));
        command.addAll(List.of(arguments));
        return new Child.Spec("production", command, environment, directory, Child.StopSignal.TERM, Duration.ZERO);
    }

    private static int status(int port, String path) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The classes that the build made of beans and routes. */
    private static List<String> made(Service service, String build) throws IOException {
        var generated = Path.of(System.getProperty(Installation.ROOT))
                .resolve(service.directory())
                .resolve("target")
                .resolve(build)
                .resolve("quarkus/generated-bytecode.jar");
        try (var jar = new ZipFile(generated.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }
}
