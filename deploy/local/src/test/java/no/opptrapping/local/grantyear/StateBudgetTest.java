package no.opptrapping.local.grantyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import no.opptrapping.local.ScenarioFailure;
import org.junit.jupiter.api.Test;

class StateBudgetTest {
    private static final Path PUBLISHED = Path.of("../../../shared/data/statsbudsjett_rus_og_rammetilskudd.csv");

    @Test
    void tellsTheAppropriationAsAdopted() {
        assertThat(StateBudget.read().of(2025)).isEqualTo(new StateBudget.Line(2025, "765", "62", 483_400_000));
    }

    @Test
    void refusesAYearWithoutTheGrantAndNamesTheYearsThereAre() {
        assertThatThrownBy(() -> StateBudget.read().of(2026))
                .isInstanceOf(ScenarioFailure.class)
                .hasMessageContaining("2026")
                .hasMessageContaining("2014 to 2025");
    }

    @Test
    void agreesWithThePublishedAccountsOfEveryYear() throws IOException {
        assumeTrue(Files.exists(PUBLISHED), "the published state budget lies beside the project only in CI");
        var budget = StateBudget.read();
        var compared = 0;
        for (var row : Files.readAllLines(PUBLISHED)) {
            var cell = row.split(",", -1);
            if (row.startsWith("2014,763,61,") || row.matches("20..,765,62,.*")) {
                var adopted = new BigDecimal(cell[5]).movePointRight(6).longValueExact();
                assertThat(budget.of(Integer.parseInt(cell[0])))
                        .isEqualTo(new StateBudget.Line(Integer.parseInt(cell[0]), cell[1], cell[2], adopted));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(budget.lines().size());
    }
}
