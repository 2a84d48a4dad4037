package no.opptrapping.platform.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A relay in a process of its own, which can be killed. */
final class RelayProcess {
    private RelayProcess() {}

    static Process start(String databaseUrl, Map<String, Object> broker) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        databaseUrl,
                        broker.get("bootstrap.servers").toString())
                .inheritIO()
                .start();
    }

    static void main(String[] args) {
        RelayBench.relay(args[0], Map.of("bootstrap.servers", args[1])).run();
    }
}
