package no.opptrapping.municipality.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.opptrapping.platform.problems.BrokenRule;
import org.junit.jupiter.api.Test;

class ReadCsvUploadTest {
    @Test
    void readsCommasWithPointsAndSemicolonsAndTabsWithDecimalCommas() {
        assertThat(
                        read(
                                "number,name,value,status\n0301,Oslo,12.5,final\n0706+0719,\"A, \"\"B\"\"\",7,\n\n1508,Ålesund,..,\n"))
                .isEqualTo(rows("12.5", Notation.POINT));
        assertThat(
                        read(
                                "\uFEFFKommunenummer;Navn;Verdi;Status\r\n0301;Oslo;12,5;final\r\n0706+0719;;7;\r\n\r\n1508;Ålesund;..;"))
                .isEqualTo(rows("12,5", Notation.COMMA));
        assertThat(
                        read(
                                "Kommunenummer\tNavn\tVerdi\tStatus\r\n0301\tOslo\t12,5\tfinal\r\n0706+0719\t\t7\t\r\n\r\n1508\tÅlesund\t..\t"))
                .isEqualTo(rows("12,5", Notation.COMMA));
    }

    @Test
    void readsWhatSpreadsheetsAdd() {
        var plain = read("number;value\n0301;12,5\n1508;7");
        assertThat(plain.faults()).isEmpty();
        for (var sameAgain : List.of(
                "sep=;\nnumber;value\n0301;12,5\n1508;7",
                "\"sep=;\"\r\nnumber;value\r\n0301;12,5\r\n1508;7\r\n",
                "number;value;;\n0301;12,5;;\n1508;7;;\n;;;\n ; ;\u00A0;\n",
                "number;value\n\u00A00301 ;12,5\u202F\n=\"1508\";7",
                "number\tvalue\t\n0301\t12,5\t\n\"=\"\"1508\"\"\"\t7\n\t\t\n")) {
            assertThat(read(sameAgain).faults()).as(sameAgain).isEmpty();
            assertThat(read(sameAgain).rows())
                    .as(sameAgain)
                    .extracting(UploadedRow::numbers, UploadedRow::value, UploadedRow::notation)
                    .containsExactlyElementsOf(plain.rows().stream()
                            .map(row -> tuple(row.numbers(), row.value(), row.notation()))
                            .toList());
        }
        assertThat(read("sep=;\nnumber;value\n0301").faults())
                .extracting(BrokenRule::pointer)
                .containsExactly("line:3");
        var accents = "kommunenr\tnamn\tverdi\n1508\tÅlesund – ny\t7";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            assertThat(ReadCsvUpload.decoded(accents.getBytes(charset)))
                    .as(charset.name())
                    .isEqualTo(accents);
        }
    }

    @Test
    void takesNoBlankForAValue() {
        assertThat(faults("number,value,status\n0301,,\n1103, ,final\n1106,,missing\n1108,..,"))
                .containsExactly("indicator.value-blank line:2");
        assertThat(read("number,value,status\n0301,,\n1103,,final").rows())
                .as("a status is not the value; whoever checks says so")
                .extracting(UploadedRow::value)
                .containsExactly(Optional.empty());
    }

    @Test
    void readsFiguresWithSpacesBetweenThousandsAndNeverGuessesWhatAPointMeans() {
        for (var space : List.of(" ", "\u00A0", "\u2009", "\u202F")) {
            assertThat(UploadedFigure.of("709" + space + "037", Notation.COMMA))
                    .isEqualTo(new UploadedFigure.Figure("709037", 0));
            assertThat(UploadedFigure.of("1" + space + "709" + space + "037.25", Notation.POINT))
                    .isEqualTo(new UploadedFigure.Figure("1709037.25", 2));
            assertThat(UploadedFigure.of("70" + space + "90" + space + "37", Notation.COMMA))
                    .isEqualTo(new UploadedFigure.NoFigure());
            assertThat(UploadedFigure.of("709" + space + "037", Notation.PLAIN))
                    .isEqualTo(new UploadedFigure.NoFigure());
        }
        assertThat(UploadedFigure.of("12,5", Notation.COMMA)).isEqualTo(new UploadedFigure.Figure("12.5", 1));
        assertThat(UploadedFigure.of("12.5", Notation.POINT)).isEqualTo(new UploadedFigure.Figure("12.5", 1));
        for (var doubtful : List.of("709.037", "1.709.037", "12.5", "1.234,5")) {
            assertThat(UploadedFigure.of(doubtful, Notation.COMMA)).isEqualTo(new UploadedFigure.PointAmongCommas());
        }
        for (var none : List.of("709,037", "-1", "1e3", "1,234.5", "½", "")) {
            assertThat(UploadedFigure.of(none, Notation.POINT)).isEqualTo(new UploadedFigure.NoFigure());
        }
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
    void readsWhatStandsWithinQuotationMarksAndNothingWhereTheyAreOutOfPlace() {
        for (var separator : List.of(",", ";", "\t")) {
            var head = String.join(separator, "number", "name", "value\n");
            assertThat(read(head + String.join(separator, " \"0301\" ", "\"A\"\"" + separator + "\"", "\"7\""))
                            .rows())
                    .extracting(UploadedRow::numbers, UploadedRow::value)
                    .containsExactly(tuple(List.of("0301"), Optional.of("7")));
            for (var misplaced : List.of("\"A\"B", "A\"B" + separator + "\"7", "\"A")) {
                assertThat(faults(head + String.join(separator, "0301", misplaced, "7\n0301", "A", "7")))
                        .as(misplaced)
                        .containsExactly("indicator.unreadable-line line:2");
            }
        }
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

    private static ReadCsvUpload.Read rows(String value, Notation notation) {
        return new ReadCsvUpload.Read(
                List.of(
                        new UploadedRow(List.of("0301"), Optional.of(value), Optional.of("final"), "line:2", notation),
                        new UploadedRow(
                                List.of("0706", "0719"), Optional.of("7"), Optional.empty(), "line:3", notation),
                        new UploadedRow(List.of("1508"), Optional.empty(), Optional.empty(), "line:5", notation)),
                List.of());
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
