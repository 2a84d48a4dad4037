package no.opptrapping.platform.attachments.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import no.opptrapping.platform.attachments.VirusScanner.Verdict;
import no.opptrapping.platform.testing.PretendedClamd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {
    private final PretendedClamd daemon = new PretendedClamd();
    private final ClamdScanner scanner = new ClamdScanner("localhost", daemon.port(), Duration.ofMillis(500));

    @AfterEach
    void end() {
        daemon.close();
    }

    @Test
    void whatIsHarmfulIsFoundAndNamed() {
        assertThat(scan(PretendedClamd.EICAR.getBytes(US_ASCII))).isEqualTo(new Verdict.Found("Win.Test.EICAR_HDB-1"));
        var late = Arrays.copyOf(new byte[0], 3_000_000);
        System.arraycopy(PretendedClamd.EICAR.getBytes(US_ASCII), 0, late, 2_999_000, 68);
        assertThat(scan(late)).isInstanceOf(Verdict.Found.class);
    }

    @Test
    void whatIsNotHarmfulIsClean() {
        assertThat(scan(new byte[1_000_000])).isEqualTo(new Verdict.Clean());
        assertThat(scan(new byte[0])).isEqualTo(new Verdict.Clean());
    }

    @Test
    void aScannerThatIsSilentOrConfusedHasSaidNothing() {
        daemon.fallSilent(true);
        assertThat(scan(new byte[10])).isEqualTo(new Verdict.Unknown());
        daemon.fallSilent(false);
        daemon.answer("INSTREAM size limit exceeded. ERROR");
        assertThat(scan(new byte[10])).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void aScannerThatIsAwayHasSaidNothing() {
        daemon.close();
        assertThat(scan(new byte[10])).isEqualTo(new Verdict.Unknown());
    }

    private Verdict scan(byte[] content) {
        return scanner.scan(new ByteArrayInputStream(content));
    }
}
