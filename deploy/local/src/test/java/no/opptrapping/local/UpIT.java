package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import no.opptrapping.embedded.Ports;
import no.opptrapping.embedded.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
    private static final String SERVING = "Ctrl-C stops everything.";

    @TempDir
    Path directory;

    @Test
    void startsAgainInTheSameDirectoryAfterEverythingWasKilledAndLeavesNothingWhenItIsStopped() throws Exception {
        var data = directory.resolve("data").toString();
        var base = freeBase();
        var first =
                RunningUp.start(directory.resolve("first"), "--infrastructure", "--data", data, "--port-base", base);
        first.awaitText(SERVING);
        var secondInSamePlace = RunningUp.start(directory.resolve("same"), "--infrastructure", "--data", data);
        assertThat(secondInSamePlace.exitCode()).isEqualTo(1);
        assertThat(secondInSamePlace.text())
                .contains("is in use: deploy/up is already running there.")
                .hasLineCount(1);
        var onSamePorts = RunningUp.start(directory.resolve("ports"), "--infrastructure", "--port-base", base);
        assertThat(onSamePorts.exitCode()).isEqualTo(1);
        assertThat(onSamePorts.text())
                .contains("Port " + base)
                .contains("--port-base N")
                .hasLineCount(1);
        first.everything().forEach(ProcessHandle::destroyForcibly);
        assertThat(first.exitCode()).isEqualTo(137);

        var second =
                RunningUp.start(directory.resolve("second"), "--infrastructure", "--data", data, "--port-base", base);
        second.awaitText(SERVING);
        var processes = second.everything();
        assertThat(processes).hasSizeGreaterThan(4);
        second.process().destroy();
        for (var process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void explainsItsOptions() throws Exception {
        var help = RunningUp.start(directory.resolve("help"), "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.text())
                .contains(
                        "--once",
                        "--result",
                        "--data",
                        "--port-base",
                        "--infrastructure",
                        "--year",
                        "--language",
                        "--help");

        var unknown = RunningUp.start(directory.resolve("unknown"), "--often");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.text()).contains("Unknown option: '--often'");

        var german = RunningUp.start(directory.resolve("german"), "--language", "de");
        assertThat(german.exitCode()).isEqualTo(2);
        assertThat(german.text()).contains("There is nb, nn and en, not 'de'.");
    }

    /** The first of thirteen free ports in a row. */
    static String freeBase() {
        for (var attempt = 0; attempt < 50; attempt++) {
            var base = Ports.free();
            if (isFree(base)) {
                return Integer.toString(base);
            }
        }
        throw new IllegalStateException("No thirteen free ports in a row");
    }

    private static boolean isFree(int base) {
        try {
            new PortPlan(base).requireFree(true);
            return true;
        } catch (StartFailure taken) {
            return false;
        }
    }
}
