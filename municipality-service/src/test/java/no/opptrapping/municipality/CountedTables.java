package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Printed tables of municipalities counted, and the same counted again by the service in the structure of 2014. */
final class CountedTables {
    private CountedTables() {}

    static JsonPath table(String by, String year) {
        var request = given().queryParam("structureDate", "2014-01-01");
        var table = (year == null ? request : request.queryParam("year", year))
                .get("/v1/tables/" + by)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(table.getString("structureDate")).isEqualTo("2014-01-01");
        assertThat(table.getInt("total")).isEqualTo(428);
        return table;
    }

    /** By code or name; a name without its Sami form, as the report prints it. */
    static Map<String, Integer> counts(JsonPath table, String key) {
        var keys = table.<String>getList("items." + key);
        var municipalities = table.<Integer>getList("items.municipalities");
        var counts = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < keys.size(); i++) {
            counts.put(keys.get(i).replaceFirst(" - .*", ""), municipalities.get(i));
        }
        return counts;
    }

    static Map<String, String> differences(Map<String, Integer> printed, Map<String, Integer> counted) {
        assertThat(counted.keySet()).containsExactlyInAnyOrderElementsOf(printed.keySet());
        var differences = new TreeMap<String, String>();
        printed.forEach((row, number) -> {
            if (!number.equals(counted.get(row))) {
                differences.put(row, number + ", is " + counted.get(row));
            }
        });
        return differences;
    }

    static int sum(Map<String, Integer> rows) {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    static Map<String, Integer> rows(Object... alternatingNameNumber) {
        var rows = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < alternatingNameNumber.length; i += 2) {
            rows.put((String) alternatingNameNumber[i], (Integer) alternatingNameNumber[i + 1]);
        }
        return rows;
    }
}
