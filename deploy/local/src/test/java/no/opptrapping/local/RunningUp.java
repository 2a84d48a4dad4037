package no.opptrapping.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code deploy/up}'s launcher in a process of its own, as a person would have it in a terminal. */
record RunningUp(Process process, Path output) {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    static RunningUp start(Path output, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + Installation.ROOT + "=" + System.getProperty(Installation.ROOT),
                "-Dopptrapping.broker.jars=" + System.getProperty("opptrapping.broker.jars"),
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningUp(process, output);
    }

    String text() throws IOException {
        return Files.readString(output);
    }

    void awaitText(String wanted) throws Exception {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (!text().contains(wanted)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("Never said \"" + wanted + "\":\n" + text());
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    int exitCode() throws Exception {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running:\n" + text());
        }
        return process.exitValue();
    }

    List<ProcessHandle> everything() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }
}
