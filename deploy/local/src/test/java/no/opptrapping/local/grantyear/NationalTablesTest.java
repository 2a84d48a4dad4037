package no.opptrapping.local.grantyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import no.opptrapping.local.Language;
import no.opptrapping.local.Result.Table;
import no.opptrapping.local.Texts;
import org.junit.jupiter.api.Test;

class NationalTablesTest {
    private static final String NATIONAL = """
            {"moneyBy": {"county": {
                "items": [{"name": "Troms", "municipalities": 21, "population": 169610, "awarded": 12345678,
                    "perInhabitant": "72.79", "spent": 12000000, "unspent": 345678, "shareSpent": "0.972"}],
                "total": {"municipalities": 21, "population": 169610, "awarded": 12345678,
                    "perInhabitant": null, "spent": 12000000, "unspent": 345678, "shareSpent": null}}},
             "manYears": {"items": [{"name": "Treatment", "manYears": "12.5"}, {"name": "Unknown", "manYears": null}]},
             "response": {"items": [{"name": "Troms", "should": 20, "did": 19, "rate": "0.95"}]}}""";

    @Test
    void takesTheNamesOfTheRowsAsTheyComeAndWritesTheRestInTheLanguage() throws JsonProcessingException {
        var english = tables(Language.EN);
        assertThat(english)
                .extracting(Table::title)
                .containsExactly(
                        "Money by county",
                        "Money by KOSTRA group",
                        "Money by population class",
                        "Money by health region",
                        "Man-years by area",
                        "Reports");
        assertThat(english.getFirst().rows())
                .containsExactly(
                        List.of("Troms", "21", "169 610", "12 345 678", "72.79", "12 000 000", "345 678", "97.2 %"),
                        List.of("All", "21", "169 610", "12 345 678", "-", "12 000 000", "345 678", "-"));
        var nynorsk = tables(Language.NN);
        assertThat(nynorsk.getFirst().title()).isEqualTo("Pengar etter fylke");
        assertThat(nynorsk.getFirst().columns()).startsWith("", "kommunar", "innbyggjarar");
        assertThat(nynorsk.getFirst().rows())
                .first()
                .isEqualTo(List.of("Troms", "21", "169 610", "12 345 678", "72,79", "12 000 000", "345 678", "97,2 %"));
        assertThat(nynorsk.get(4).rows()).containsExactly(List.of("Treatment", "12,5"));
        assertThat(nynorsk.getLast().rows()).containsExactly(List.of("Troms", "20", "19", "95 %"));
    }

    private static List<Table> tables(Language language) throws JsonProcessingException {
        return new NationalTables(Texts.in(language)).of(new ObjectMapper().readTree(NATIONAL));
    }
}
