package no.opptrapping.municipality.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadCsvUploadTest {
    private static final List<UploadedRow> ROWS = List.of(
            new UploadedRow(List.of("0301"), Optional.of("12.5"), Optional.of("final"), "line:2"),
            new UploadedRow(List.of("0706", "0719"), Optional.of("7"), Optional.empty(), "line:3"),
            new UploadedRow(List.of("1508"), Optional.empty(), Optional.empty(), "line:5"));

    @Test
    void readsCommasWithPointsAndSemicolonsWithDecimalCommas() {
        assertThat(
                        read(
                                "number,name,value,status\n0301,Oslo,12.5,final\n0706+0719,\"A, \"\"B\"\"\",7,\n\n1508,Ålesund,..,\n"))
                .isEqualTo(new ReadCsvUpload.Read(ROWS, List.of()));
        assertThat(
                        read(
                                "\uFEFFKommunenummer;Navn;Verdi;Status\r\n0301;Oslo;12,5;final\r\n0706+0719;;7;\r\n\r\n1508;Ålesund;;"))
                .isEqualTo(new ReadCsvUpload.Read(ROWS, List.of()));
    }

    @Test
    void knowsIso8859FromUtf8() {
        var text = "nummer;æøå Ålesund";
        assertThat(ReadCsvUpload.decoded(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(ReadCsvUpload.decoded(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(text);
        assertThat(ReadCsvUpload.of(
                                "kommunenummer;kommunenavn;verdi\n1508;Ålesund;1".getBytes(StandardCharsets.ISO_8859_1))
                        .faults())
                .isEmpty();
    }

    @Test
    void namesTheLineOfEverythingThatCannotBeRead() {
        assertThat(faults("number,value\n0301\n0301,\"1\n1103,2,3\n1106,1\n5001,\u0001"))
                .containsExactly(
                        "indicator.wrong-number-of-columns line:2",
                        "indicator.unreadable-line line:3",
                        "indicator.wrong-number-of-columns line:4",
                        "indicator.unreadable-line line:6");
        assertThat(faults("")).containsExactly("indicator.no-columns line:1");
        assertThat(faults("number\n0301")).containsExactly("indicator.no-columns line:1");
        assertThat(faults("number,value,value,sum\n0301,1,2,3"))
                .containsExactly("indicator.unknown-column line:1", "indicator.unknown-column line:1");
        assertThat(faults("number,value\n" + "0301,1\n".repeat(2_001)))
                .containsExactly("indicator.too-many-lines line:2000");
    }

    @Test
    void readsAnyBytesWithoutFalling() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var alphabet = "number,value;status\n\"0301+1.,5\r\uFEFFÅ".getBytes(StandardCharsets.UTF_8);
        for (var round = 0; round < 2_000; round++) {
            var bytes = new byte[random.nextInt(200)];
            for (var i = 0; i < bytes.length; i++) {
                bytes[i] =
                        random.nextInt(20) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            var lines = ReadCsvUpload.decoded(bytes).lines().count();
            var read = ReadCsvUpload.of(bytes);
            assertThat(read.rows().size())
                    .as("seed %s: every row is of a line after the first", seed)
                    .isLessThanOrEqualTo(Math.toIntExact(Math.max(0, lines - 1)));
        }
    }

    private static ReadCsvUpload.Read read(String text) {
        return ReadCsvUpload.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(String text) {
        return read(text).faults().stream()
                .map(fault -> fault.code() + " " + fault.pointer())
                .toList();
    }
}
