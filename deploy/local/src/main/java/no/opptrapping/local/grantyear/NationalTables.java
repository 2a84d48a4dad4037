package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.local.Result.Table;

/** The national result as tables for a terminal, from the statistics' own JSON. */
final class NationalTables {
    private static final List<String> MONEY_COLUMNS =
            List.of("", "municipalities", "inhabitants", "awarded", "kr/inhabitant", "spent", "unspent", "share spent");

    private NationalTables() {}

    static List<Table> of(JsonNode national) {
        var tables = new ArrayList<Table>();
        for (var by : List.of("county", "kostra-group", "population-class", "health-region")) {
            var table = national.path("moneyBy").path(by);
            tables.add(new Table("Money by " + by.replace('-', ' '), MONEY_COLUMNS, moneyRows(table)));
        }
        tables.add(manYears(national.path("manYears")));
        tables.add(response(national.path("response")));
        return tables;
    }

    private static List<List<String>> moneyRows(JsonNode table) {
        var rows = new ArrayList<List<String>>();
        table.path("items").forEach(item -> rows.add(moneyRow(item.path("name").asText(), item)));
        rows.add(moneyRow("All", table.path("total")));
        return rows;
    }

    private static List<String> moneyRow(String name, JsonNode item) {
        return List.of(
                name,
                item.path("municipalities").asText(),
                Terminal.number(item.path("population").asLong()),
                Terminal.number(item.path("awarded").asLong()),
                item.path("perInhabitant").asText("-"),
                Terminal.number(item.path("spent").asLong()),
                Terminal.number(item.path("unspent").asLong()),
                percent(item.path("shareSpent").asText("")));
    }

    private static Table manYears(JsonNode table) {
        var rows = new ArrayList<List<String>>();
        for (var item : table.path("items")) {
            if (item.path("manYears").isTextual()) {
                rows.add(List.of(
                        item.path("name").asText(), item.path("manYears").asText()));
            }
        }
        return new Table("Man-years by area", List.of("", "man-years"), rows);
    }

    private static Table response(JsonNode table) {
        var rows = new ArrayList<List<String>>();
        for (var item : table.path("items")) {
            rows.add(List.of(
                    item.path("name").asText(),
                    item.path("should").asText(),
                    item.path("did").asText(),
                    percent(item.path("rate").asText(""))));
        }
        return new Table("Reports", List.of("", "should report", "did", "rate"), rows);
    }

    private static String percent(String share) {
        return share.isEmpty() || "null".equals(share)
                ? "-"
                : new BigDecimal(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
