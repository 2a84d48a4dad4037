package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static no.opptrapping.municipality.CountedTables.counts;
import static no.opptrapping.municipality.CountedTables.differences;
import static no.opptrapping.municipality.CountedTables.rows;
import static no.opptrapping.municipality.CountedTables.sum;
import static no.opptrapping.municipality.CountedTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/**
 * Tables 2.1, 2.3 and 2.4 of SINTEF report A26099 (2014), which prints 428 municipalities as the sum of each, counted again
 * from the register. The printed rows add up to 430 (2.1, 2.3, and 2.2, see {@link PublishedKostraTableIT}) and 431 (2.4): those that cannot be right are named
 * here with what is.
 */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class PublishedTablesIT {
    private static final Map<String, Integer> PRINTED_2_1 = rows(
            "under-2000",
            96,
            "2000-4999",
            134,
            "5000-9999",
            90,
            "10000-19999",
            58,
            "20000-50000",
            39,
            "over-50000",
            13);
    private static final Map<String, Integer> PRINTED_2_3 = rows(
            "Oslo",
            1,
            "Akershus",
            22,
            "Vestfold",
            14,
            "Østfold",
            18,
            "Finnmark",
            19,
            "Rogaland",
            26,
            "Hedmark",
            22,
            "Nordland",
            44,
            "Buskerud",
            21,
            "Oppland",
            26,
            "Nord-Trøndelag",
            24,
            "Aust-Agder",
            15,
            "Hordaland",
            33,
            "Møre og Romsdal",
            36,
            "Telemark",
            18,
            "Sør-Trøndelag",
            25,
            "Troms",
            25,
            "Sogn og Fjordane",
            26,
            "Vest-Agder",
            15);
    private static final Map<String, Integer> PRINTED_2_4 = rows("south-east", 171, "north", 89, "west", 85, "mid", 86);

    /**
     * By the populations of 1 January 2012, every row but the first is as printed. The report counts two of the smallest
     * that were no longer there: Mosvik, merged into Inderøy in 2012, and Bjarkøy, merged into Harstad in 2013.
     */
    @Test
    void countsTable21ByThePopulationsOf2012() {
        var table = table("population-class", "2012");

        assertThat(table.getString("populationDate")).isEqualTo("2012-01-01");
        assertThat(sum(PRINTED_2_1)).isEqualTo(430);
        assertThat(differences(PRINTED_2_1, counts(table, "code"))).isEqualTo(Map.of("under-2000", "96, is 94"));
    }

    /** Sandefjord, Andebu and Stokke have one population together in 2012, divided here by their totals of 2016. */
    @Test
    void namesTheRowsOfTable21ThatRestOnEstimatedFigures() {
        var table = table("population-class", "2012");
        var estimated = table.<Map<String, Object>>getList("items").stream()
                .filter(row -> !((List<?>) row.getOrDefault("estimated", List.of())).isEmpty())
                .collect(toMap(row -> row.get("code"), row -> row.get("estimated")));

        assertThat(estimated)
                .isEqualTo(Map.of(
                        "5000-9999", List.of("0719"), "10000-19999", List.of("0720"), "20000-50000", List.of("0706")));
    }

    /** No later populations fit: the report did not use those of the structure that it says it describes. */
    @Test
    void fitsNoOtherYearsPopulationsBetter() {
        for (var year : List.of("2013", "2014", "2015")) {
            assertThat(differences(PRINTED_2_1, counts(table("population-class", year), "code")))
                    .as(year)
                    .hasSizeGreaterThan(3);
        }
    }

    /** Troms had 25 until Bjarkøy was merged into Harstad in 2013, Nord-Trøndelag 24 until Mosvik in 2012. */
    @Test
    void countsTable23ByTheCountiesOf2014() {
        var table = table("county", null);

        assertThat(sum(PRINTED_2_3)).isEqualTo(430);
        assertThat(differences(PRINTED_2_3, counts(table, "name.en")))
                .isEqualTo(Map.of("Nord-Trøndelag", "24, is 23", "Troms", "25, is 24"));
        assertThat(given().queryParam("structureDate", "2012-12-31")
                        .get("/v1/tables/county")
                        .jsonPath()
                        .getInt("items.find { it.code == '19' }.municipalities"))
                .isEqualTo(25);
    }

    /** Not even by the report's own counties: those make 172 in the south-east, 88 in the north and 85 in the middle. */
    @Test
    void countsTable24ByTheRegionsOf2013() {
        var table = table("health-region", "2013");

        assertThat(table.getInt("edition")).isEqualTo(2013);
        assertThat(sum(PRINTED_2_4)).isEqualTo(431);
        assertThat(differences(PRINTED_2_4, counts(table, "code")))
                .isEqualTo(Map.of("south-east", "171, is 172", "north", "89, is 87", "mid", "86, is 84"));
    }

    @Test
    void countsEveryMunicipalityOnceByWhateverAndSaysWhichTableThereIsNot() {
        for (var by : List.of(
                "population-class", "kostra-group", "county", "health-region", "health-trust-area", "centrality")) {
            var table = given().queryParam("structureDate", "2024-06-01")
                    .get("/v1/tables/" + by)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(table.getInt("total")).as(by).isEqualTo(357);
            assertThat(table.getList("items.numbers.flatten()")).as(by).doesNotHaveDuplicates();
        }
        given().get("/v1/tables/colour").then().statusCode(404);
        given().queryParam("year", "1950").get("/v1/tables/kostra-group").then().statusCode(404);
        given().queryParam("structureDate", "x")
                .queryParam("year", "y")
                .get("/v1/tables/county")
                .then()
                .statusCode(400);
    }
}
