package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** What the ledger posted in a month is handed over to the accounts as vouchers, once and for all. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AccountingExportsIT extends MillionToGive {
    @Test
    void aMonthIsHandedOverOnceAndStaysToTheByte() throws Exception {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 300_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        pay(1, 300_000);
        export("2025-06").then().statusCode(422).body("errors.code", contains("accounting.period-not-over"));
        export("2025-13").then().statusCode(422).body("errors.code", contains("accounting.period-malformed"));
        clock.resetTo(Instant.parse("2025-06-30T21:59:59Z"));
        export("2025-06").then().statusCode(422);
        clock.resetTo(Instant.parse("2025-06-30T22:00:00Z"));
        var other = world.scheme("earmarked");
        world.appropriate(other, 7);

        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(_ -> () -> export("2025-06").statusCode())
                .toList());
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        var export = export("2025-06").then().statusCode(200).extract().jsonPath();
        var number = export.getInt("number");
        var json = vouchers(number, "application/json");
        var csv = vouchers(number, "text/csv");
        assertThat(hash(json)).isEqualTo(export.getString("jsonSha256"));
        assertThat(hash(csv)).isEqualTo(export.getString("csvSha256"));
        var document = JsonPath.from(new String(json, StandardCharsets.UTF_8));
        var own = "vouchers.findAll { it.reference == '" + reference(award.toString()) + "' }";
        assertThat(document.<String>getList(own + ".kind")).containsExactly("awarded", "paid");
        assertThat(document.<List<String>>getList(own + ".lines.account"))
                .containsExactly(List.of("awarded-unpaid"), List.of("paid-unreported"));
        assertThat(document.<List<String>>getList(own + ".lines.counterAccount"))
                .containsExactly(List.of("available"), List.of("awarded-unpaid"));
        assertThat(document.<String>getList(own + ".chapter")).containsOnly("765");
        assertThat(document.<String>getList("vouchers.date")).allMatch(date -> date.startsWith("2025-06"));
        assertThat(document.<List<Integer>>getList("vouchers.lines.amount").stream()
                        .flatMap(List::stream)
                        .mapToLong(Integer::longValue)
                        .sum())
                .isEqualTo(export.getLong("amount"));
        var rows = new String(csv, StandardCharsets.UTF_8).lines().toList();
        assertThat(rows.getFirst()).contains("chapter").contains("counterAccount");
        assertThat(rows).hasSize(1 + export.getInt("lines"));

        // What is posted later is of a later month, and what was handed over stays as it was.
        clock.resetTo(Instant.parse("2025-08-01T08:00:00Z"));
        export("2025-07").then().statusCode(201).body("number", equalTo(number + 1));
        export("2025-05").then().statusCode(422).body("errors.code", contains("accounting.period-before-the-last"));
        assertThat(vouchers(number, "application/json")).isEqualTo(json);
        assertThat(vouchers(number, "text/csv")).isEqualTo(csv);
        world.as("kari", "controller")
                .get("/v1/accounting-exports")
                .then()
                .body("items.period", hasItems("2025-06", "2025-07"));
        world.as(bygd).get("/v1/accounting-exports").then().statusCode(403);
    }

    private Response export(String period) {
        return world.as("kari", "controller").body(Map.of("period", period)).post("/v1/accounting-exports");
    }

    private byte[] vouchers(long number, String type) {
        return world.as("kari", "controller")
                .accept(type)
                .get("/v1/accounting-exports/" + number + "/vouchers")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String reference(String award) {
        return world.as("kari", "controller")
                .get("/v1/awards/" + award)
                .then()
                .extract()
                .path("reference");
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
