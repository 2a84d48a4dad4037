package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs the services to be built, which they are before this module in every full build. */
class LocalSystemIT {
    @TempDir
    Path directory;

    @Test
    void drivesTheClockOfAllServicesAndKeepsItWhenAServiceIsKilledAndStartedAgain() throws Exception {
        var ports = new PortPlan(Integer.parseInt(UpIT.freeBase()));
        var story = new Story(Year.of(2025), GrantModel.EARMARKED);
        Progress silent = line -> {};
        var texts = Texts.in(Language.EN);
        try (var infrastructure = Infrastructure.start(directory, ports, false, silent, texts);
                var system = new LocalSystem(
                        Installation.fromSystemProperty(),
                        directory,
                        ports,
                        story,
                        RunState.in(directory),
                        infrastructure,
                        texts)) {
            system.start(silent);
            var later = Instant.parse("2025-06-01T10:00:00Z");
            system.setClock(later);
            system.setClock(later.minusSeconds(1));
            system.kill(Service.GRANT);
            assertThatThrownBy(() -> clock(system, Service.GRANT)).isInstanceOf(IOException.class);
            system.restart(Service.GRANT);

            var said = new LinkedBlockingQueue<String>();
            system.keepAlive(said::add);
            killFromOutside(Service.REPORTING);
            assertThat(said.poll(30, TimeUnit.SECONDS))
                    .startsWith("reporting-service has ended unexpectedly and is started again");
            assertThat(said.poll(120, TimeUnit.SECONDS)).isEqualTo("reporting-service is ready again");

            for (var service : Service.values()) {
                assertThat(clock(system, service)).as(service.directory()).contains("2025-06-01T10:0");
            }
        }
    }

    /** As somebody does who kills the program and not its guard. */
    private void killFromOutside(Service service) throws IOException {
        var pid = Files.readString(directory.resolve(service.directory()).resolve(service.directory() + ".pid"))
                .strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private static String clock(World world, Service service) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(world.address(service).resolve("/local/clock"))
                    .header("Authorization", "Bearer " + world.staffToken("someone", "administrator"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
