package no.opptrapping.grant.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.csv.CsvDialect;
import org.junit.jupiter.api.Test;

class ResultCsvTest {
    @Test
    void linesEndAndFieldsAreQuotedAsTheStandardSays() {
        var lines = written(SampleRuns.objective(), CsvDialect.RFC_4180).split("\r\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("pot,number,name,reference,amount,perInhabitant,");
        assertThat(lines[1]).startsWith("Hele beløpet,1101,Storby,,500000,833.33,");
        assertThat(lines[3]).startsWith("Hele beløpet,1103,\"Grend, \"\"indre\"\"\",,250000,2500.00,");
        assertThat(lines[4]).isEmpty();
    }

    @Test
    void aTextThatWouldBeAFormulaIsDefusedAndANegativeNumberIsNot() {
        assertThat(written(SampleRuns.objective(), CsvDialect.RFC_4180))
                .contains(",\"'=HYPERLINK(\"\"http://example.org\"\";");
        assertThat(written(SampleRuns.incorporation(), CsvDialect.RFC_4180)).contains(",-");
    }

    @Test
    void isOpenedByExcelWithNorwegianSettings() {
        assertThat(written(SampleRuns.objective(), CsvDialect.EXCEL))
                .startsWith("\uFEFFpot;number;name;")
                .contains("\r\nHele beløpet;1101;Storby;;500000;833,33;")
                .contains(";\"'=HYPERLINK(");
        assertThat(written(SampleRuns.incorporation(), CsvDialect.EXCEL)).contains(";-");
    }

    @Test
    void inventedFiguresSaySoInEveryRow() {
        assertThat(ResultCsv.of(SampleRuns.objective(), CsvDialect.RFC_4180, "Oppdiktet")
                        .toString()
                        .lines())
                .allSatisfy(line -> assertThat(line).matches(".*,(illustration|Oppdiktet)"));
    }

    private static String written(ComputedRun run, CsvDialect dialect) {
        return ResultCsv.of(run, dialect, "").toString();
    }
}
