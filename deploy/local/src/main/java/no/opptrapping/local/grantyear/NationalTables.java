package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.local.Result.Table;
import no.opptrapping.local.Texts;

/** The national result as tables for a terminal, from the statistics' own JSON, which names its rows in the language. */
final class NationalTables {
    private static final List<String> GROUPINGS =
            List.of("county", "kostra-group", "population-class", "health-region");

    private final Texts texts;

    NationalTables(Texts texts) {
        this.texts = texts;
    }

    List<Table> of(JsonNode national) {
        var tables = new ArrayList<Table>();
        for (var by : GROUPINGS) {
            tables.add(money(by, national.path("moneyBy").path(by)));
        }
        tables.add(manYears(national.path("manYears")));
        tables.add(response(national.path("response")));
        return tables;
    }

    private Table money(String by, JsonNode table) {
        var rows = new ArrayList<List<String>>();
        table.path("items").forEach(item -> rows.add(moneyRow(item.path("name").asText(), item)));
        rows.add(moneyRow(texts.text("all"), table.path("total")));
        return new Table(
                texts.text("money." + by),
                columns(
                        "municipalities",
                        "inhabitants",
                        "awarded",
                        "per-inhabitant",
                        "spent",
                        "unspent",
                        "share-spent"),
                rows);
    }

    private List<String> moneyRow(String name, JsonNode item) {
        return List.of(
                name,
                item.path("municipalities").asText(),
                texts.number(item.path("population").asLong()),
                texts.number(item.path("awarded").asLong()),
                texts.decimal(item.path("perInhabitant").asText("-")),
                texts.number(item.path("spent").asLong()),
                texts.number(item.path("unspent").asLong()),
                percent(item.path("shareSpent").asText("")));
    }

    private Table manYears(JsonNode table) {
        var rows = new ArrayList<List<String>>();
        for (var item : table.path("items")) {
            if (item.path("manYears").isTextual()) {
                rows.add(List.of(
                        item.path("name").asText(),
                        texts.decimal(item.path("manYears").asText())));
            }
        }
        return new Table(texts.text("man-years.by-area"), columns("man-years"), rows);
    }

    private Table response(JsonNode table) {
        var rows = new ArrayList<List<String>>();
        for (var item : table.path("items")) {
            rows.add(List.of(
                    item.path("name").asText(),
                    item.path("should").asText(),
                    item.path("did").asText(),
                    percent(item.path("rate").asText(""))));
        }
        return new Table(texts.text("reports"), columns("reports.should", "reports.did", "reports.rate"), rows);
    }

    /** The headings after that of the names, which has none. */
    private List<String> columns(String... codes) {
        return Stream.concat(Stream.of(""), Stream.of(codes).map(texts::text)).toList();
    }

    private String percent(String share) {
        return share.isEmpty() || "null".equals(share)
                ? "-"
                : texts.decimal(new BigDecimal(share)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString())
                        + " %";
    }
}
