package no.opptrapping.embedded;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * A child process that never outlives its starter: a small shell guard stops it when the starter dies, whatever way that
 * happens, and a pid file lets the next start find it should the guard have been killed as well.
 */
public final class Child implements AutoCloseable {
    private static final int LOG_LINES = 15;
    private static final int LOG_WIDTH = 300;
    private static final Pattern MESSAGE =
            Pattern.compile("\"level\":\"(\\w+)\",\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /**
     * What to run.
     *
     * @param name of the process; its output goes to {@code <directory>/<name>.log}
     * @param command program and arguments; one argument must contain the directory's path, which is how an orphan of an
     *     earlier start is told from a stranger with the same process id
     * @param environment variables added to those of this process
     * @param directory holds the log and the pid file
     * @param stopSignal the signal that stops it in order
     * @param grace how long it may go on after its starter died
     */
    public record Spec(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            StopSignal stopSignal,
            Duration grace) {
        public Spec {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            if (command.stream().noneMatch(argument -> argument.contains(directory.toString()))) {
                throw new IllegalArgumentException("No argument of " + name + " names its directory " + directory);
            }
        }

        Path log() {
            return directory.resolve(name + ".log");
        }

        Path pidFile() {
            return directory.resolve(name + ".pid");
        }
    }

    /** The signal by which a program is asked to stop. */
    public enum StopSignal {
        TERM,
        INT
    }

    private final Spec spec;
    private final Process guard;
    private final long logStart;

    private Child(Spec spec, Process guard, long logStart) {
        this.spec = spec;
        this.guard = guard;
        this.logStart = logStart;
    }

    /** Starts the process; an orphan that an earlier start left behind is stopped first. */
    public static Child start(Spec spec) {
        try {
            Files.createDirectories(spec.directory());
            stopOrphan(spec);
            var log = spec.log();
            var logStart = Files.exists(log) ? Files.size(log) : 0;
            var command = new ArrayList<>(List.of(
                    "/bin/sh",
                    "-c",
                    guardScript(),
                    "guard-" + spec.name(),
                    Long.toString(spec.grace().toSeconds()),
                    spec.stopSignal().name(),
                    spec.pidFile().toString()));
            command.addAll(spec.command());
            var builder = new ProcessBuilder(command).directory(spec.directory().toFile());
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(spec.environment());
            return new Child(spec, builder.start(), logStart);
        } catch (IOException e) {
            throw new StartFailure("Could not start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    /** Stops what an earlier start with the same name and directory left behind. */
    @CanIgnoreReturnValue
    static boolean stopOrphan(Spec spec) throws IOException {
        var pidFile = spec.pidFile();
        if (!Files.exists(pidFile)) {
            return false;
        }
        var text = Files.readString(pidFile).strip();
        var stopped = text.matches("\\d{1,18}") && stopIfOurs(Long.parseLong(text), spec);
        Files.deleteIfExists(pidFile);
        return stopped;
    }

    private static boolean stopIfOurs(long pid, Spec spec) throws IOException {
        var handle = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (handle.isEmpty()
                || !handle.get()
                        .info()
                        .commandLine()
                        .orElse("")
                        .contains(spec.directory().toString())) {
            return false;
        }
        signal(pid, spec.stopSignal().name());
        var deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (handle.get().isAlive() && !isZombie(pid)) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        "An earlier " + spec.name() + " (process " + pid + ") is still running and does not stop.");
            }
            pause(spec.name());
        }
        return true;
    }

    /** Whether a process has ended but still has an entry because nobody has asked for its exit code. */
    private static boolean isZombie(long pid) throws IOException {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(stat) && Files.readString(stat).contains(") Z ");
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return guard.isAlive();
    }

    /** The file that the process writes to. */
    public Path log() {
        return spec.log();
    }

    /** The process id of the program itself, not of its guard. */
    public long pid() {
        try {
            while (guard.isAlive()) {
                var text = Files.exists(spec.pidFile())
                        ? Files.readString(spec.pidFile()).strip()
                        : "";
                if (!text.isEmpty()) {
                    return Long.parseLong(text);
                }
                pause(spec.name());
            }
            throw new StartFailure(spec.name() + " has ended." + lastLogLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the process is ready.
     *
     * @throws StartFailure with the last lines of its log, if it ends before that or the time is up
     */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            if (!guard.isAlive()) {
                throw new StartFailure(causeOfDeath() + lastLogLines());
            }
            if (ready.getAsBoolean()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        spec.name() + " was not ready within " + limit.toSeconds() + " seconds." + lastLogLines());
            }
            pause(spec.name());
        }
    }

    /**
     * Waits until the process has ended well.
     *
     * @throws StartFailure with the last lines of its log, if it ends otherwise or the time is up
     */
    public void awaitSuccess(Duration limit) {
        try {
            if (!guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailure(
                        spec.name() + " did not end within " + limit.toSeconds() + " seconds." + lastLogLines());
            }
            if (guard.exitValue() != 0) {
                throw new StartFailure(causeOfDeath() + lastLogLines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while " + spec.name() + " was running.", e);
        }
    }

    /** Everything the process has written since it was started. */
    public String output() {
        try {
            var bytes = Files.readAllBytes(spec.log());
            var from = (int) Math.min(logStart, bytes.length);
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process with SIGKILL and waits until it is gone. */
    public void kill() {
        try {
            if (guard.isAlive()) {
                signal(guard.pid(), "USR1");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waitForEnd();
        guard.destroy();
    }

    /** Stops the process in order and waits until it is gone. */
    @Override
    public void close() {
        guard.destroy();
        waitForEnd();
    }

    private void waitForEnd() {
        try {
            if (!guard.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                signal(guard.pid(), "USR1");
                guard.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String causeOfDeath() {
        return output().contains("No space left on device")
                ? spec.name() + " stopped because the disk that holds " + spec.directory() + " is full."
                : spec.name() + " ended while it was starting (exit code " + guard.exitValue() + ").";
    }

    private String lastLogLines() {
        var lines = output().lines().map(Child::readable).toList();
        var last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        return last.isEmpty() ? "" : "\n  " + String.join("\n  ", last) + "\n  (whole log: " + spec.log() + ")";
    }

    /** A line of a structured log without all but its message. */
    private static String readable(String line) {
        var message = MESSAGE.matcher(line);
        var text = line.startsWith("{") && message.find() ? message.group(1) + " " + message.group(2) : line;
        return text.length() <= LOG_WIDTH ? text : text.substring(0, LOG_WIDTH) + "...";
    }

    private static void pause(String name) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while " + name + " was starting.", e);
        }
    }

    private static void signal(long pid, String signal) throws IOException {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String guardScript() throws IOException {
        try (var in = Child.class.getResourceAsStream("guard.sh")) {
            if (in == null) {
                throw new IOException("guard.sh is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
