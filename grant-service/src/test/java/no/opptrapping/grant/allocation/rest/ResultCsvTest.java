package no.opptrapping.grant.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultCsvTest {
    @Test
    void linesEndAndFieldsAreQuotedAsTheStandardSays() {
        var lines = ResultCsv.of(SampleRuns.objective(), "").split("\r\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[0]).startsWith("pot,number,name,reference,amount,perInhabitant,");
        assertThat(lines[1]).startsWith("Hele beløpet,1101,Storby,,500000,833.33,");
        assertThat(lines[3]).startsWith("Hele beløpet,1103,\"Grend, \"\"indre\"\"\",,250000,2500.00,");
        assertThat(lines[4]).isEmpty();
    }

    @Test
    void aTextThatWouldBeAFormulaIsDefusedAndANegativeNumberIsNot() {
        assertThat(List.of("=1+1", "+47", "-A1", "@SUM", "\tx", "\rx", "Bygd", ""))
                .extracting(Csv::text)
                .containsExactly("'=1+1", "'+47", "'-A1", "'@SUM", "'\tx", "'\rx", "Bygd", "");
        assertThat(ResultCsv.of(SampleRuns.objective(), "")).contains(",\"'=HYPERLINK(\"\"http://example.org\"\";");
        assertThat(ResultCsv.of(SampleRuns.incorporation(), "")).contains(",-");
    }

    @Test
    void inventedFiguresSaySoInEveryRow() {
        assertThat(ResultCsv.of(SampleRuns.objective(), "Oppdiktet").lines())
                .allSatisfy(line -> assertThat(line).matches(".*,(illustration|Oppdiktet)"));
    }
}
