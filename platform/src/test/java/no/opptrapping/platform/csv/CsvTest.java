package no.opptrapping.platform.csv;

import static no.opptrapping.platform.csv.Csv.number;
import static no.opptrapping.platform.csv.Csv.text;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void writesForPrograms() {
        assertThat(table(CsvDialect.RFC_4180)).isEqualTo("""
                name,amount\r
                "Nes, i Ådal",-1234.50\r
                "Sør; ""nord""\",0.000001\r
                ,\r
                """);
    }

    @Test
    void writesForNorwegianExcel() {
        assertThat(table(CsvDialect.EXCEL)).isEqualTo("""
                \uFEFFname;amount\r
                Nes, i Ådal;-1234,50\r
                "Sør; ""nord""\";0,000001\r
                ;\r
                """);
        assertThat(new Csv(CsvDialect.EXCEL).bytes()).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(new Csv(CsvDialect.RFC_4180).bytes()).isEmpty();
    }

    @Test
    void letsNoSpreadsheetComputeWhatSomebodyHasWritten() {
        for (var dialect : CsvDialect.values()) {
            var csv = new Csv(dialect);
            for (var sign : List.of("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t")) {
                csv.row(text(sign + "1"), number(sign + "cmd"));
            }
            csv.row(text("\r1"), text("\n1"));
            assertThat(csv.toString()
                            .replace("\uFEFF", "")
                            .replace("\"", "")
                            .strip()
                            .split("\r\n|;|,", 20))
                    .as(dialect.name())
                    .hasSize(20)
                    .allMatch(field -> field.startsWith("'"));
        }
        assertThat(new Csv(CsvDialect.EXCEL)
                        .row(number("-1"), number("+2.5"), number(-3L))
                        .toString())
                .isEqualTo("\uFEFF-1;+2,5;-3\r\n");
    }

    @Test
    void givesBackWhatItWasGivenToAnyReaderOfTheFormat() {
        for (var dialect : CsvDialect.values()) {
            var written = List.of("#Nes", "a\r\nb", "\"", dialect.separator() + "", " c ");
            var csv = new Csv(dialect)
                    .head(written)
                    .row(written.stream().map(Csv::text).toList());
            assertThat(CsvReader.builder()
                            .fieldSeparator(dialect.separator())
                            .detectBomHeader(true)
                            .ofCsvRecord(new ByteArrayInputStream(csv.bytes()))
                            .stream()
                            .map(CsvRecord::getFields))
                    .as(dialect.name())
                    .containsExactly(written, written);
        }
    }

    private static String table(CsvDialect dialect) {
        return new Csv(dialect)
                .head(List.of("name", "amount"))
                .row(text("Nes, i Ådal"), number(new BigDecimal("-1234.50")))
                .row(text("Sør; \"nord\""), number(new BigDecimal("1E-6")))
                .row(text(null), number(null))
                .toString();
    }
}
