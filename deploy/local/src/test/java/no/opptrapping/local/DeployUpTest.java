package no.opptrapping.local;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script before the launcher, with a build and a JDK that only pretend: what it shows, and that it can be stopped. */
class DeployUpTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String BEGINNING = """
            echo "[INFO] Scanning for projects..."
            for i in $(seq 1 120); do
              echo "[INFO] Downloading from central: https://repository.example/org/a/$i/a-$i.jar"
              echo "[INFO] Downloaded from central: https://repository.example/org/a/$i/a-$i.jar (3.1 kB at 9 kB/s)"
            done
            echo "[INFO] Building Opptrapping :: platform 1.0.0-SNAPSHOT                    [1/2]"
            echo "[INFO] --- compiler:3.16.0:compile (default-compile) @ platform ---"
            echo "[INFO] Building jar: platform.jar"
            echo "[INFO] Building Opptrapping :: grant-service 1.0.0-SNAPSHOT               [2/2]"
            echo "[INFO] --- compiler:3.16.0:testCompile (default-testCompile) @ grant-service ---"
            echo "[INFO] --- quarkus:3.34.1:build (local) @ grant-service ---"
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void layOut() throws IOException {
        for (var file : List.of("deploy/up", ".mvn/build-progress.awk")) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.copy(ROOT.resolve(file), directory.resolve(file));
        }
        Files.writeString(directory.resolve(".mvn/find-jdk.sh"), "JAVA_HOME=" + directory + "\n");
        script("bin/java", "echo Launched: \"$@\"\n");
    }

    @Test
    void saysALineForEachStepOfTheBuildAndThenLaunches() throws Exception {
        script("mvnw", BEGINNING + "echo '[INFO] Reactor Summary for Opptrapping 1.0.0-SNAPSHOT:'\n");
        var up = up("--once");
        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isZero();
        assertThat(said()).hasSize(9).element(0).asString().startsWith("Building (log in ");
        assertThat(said().subList(1, 7))
                .allMatch(line -> line.matches("\\[ {4}[0-9] s] .*"))
                .extracting(line -> line.substring(10))
                .containsExactly(
                        "100 artifacts fetched",
                        "platform: compiling",
                        "platform is built (1 of 2)",
                        "grant-service: compiling its tests",
                        "grant-service: putting it together",
                        "grant-service is built (2 of 2)");
        assertThat(said().get(7)).matches("Built in [0-9] seconds\\.");
        assertThat(said().get(8)).startsWith("Launched: ").endsWith("no.opptrapping.local.Up --once");
    }

    @Test
    void saysWhyABuildFailed() throws Exception {
        script("mvnw", BEGINNING + "echo '[ERROR] cannot find symbol'\nexit 1\n");
        var up = up();
        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(said())
                .contains("[ERROR] cannot find symbol")
                .noneMatch(line -> line.contains("grant-service is built"))
                .last()
                .asString()
                .startsWith("The build failed; the whole log is in ");
    }

    @Test
    void stopsTheBuildWhenItIsStopped() throws Exception {
        script("mvnw", BEGINNING + "echo $$ >" + directory.resolve("build.pid") + "\nexec sleep 300\n");
        var up = up();
        var pid = directory.resolve("build.pid");
        while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
            assertThat(up.isAlive()).isTrue();
            up.waitFor(50, TimeUnit.MILLISECONDS);
        }
        var build = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        up.destroy();
        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(128 + 15);
        assertThat(build.filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void writesOneLineThatFitsTheTerminalOverAndOver() throws Exception {
        script("mvnw", BEGINNING);
        var log = directory.resolve("log");
        run(log, "sh", "mvnw");
        var shown = directory.resolve("shown");
        run(shown, "awk", "-v", "seconds=42", "-v", "width=60", "-f", ".mvn/build-progress.awk", log.toString());
        assertThat(shown).content().isEqualTo("\r[   42 s] 2 of 2, grant-service: putting it together; 120 a\u001b[K");
        run(shown, "awk", "-v", "seconds=42", "-v", "width=120", "-f", ".mvn/build-progress.awk", log.toString());
        assertThat(shown)
                .content()
                .isEqualTo("\r[   42 s] 2 of 2, grant-service: putting it together; 120 artifacts fetched,"
                        + " last a-120.jar\u001b[K");
    }

    private void script(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }

    private Process up(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("sh", "deploy/up"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile())
                .start();
    }

    private void run(Path output, String... command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private List<String> said() throws IOException {
        return Files.readAllLines(directory.resolve("said"));
    }
}
