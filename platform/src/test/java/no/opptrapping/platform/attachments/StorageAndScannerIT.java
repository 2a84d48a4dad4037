package no.opptrapping.platform.attachments;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static no.opptrapping.platform.testing.SampleFiles.csv;
import static no.opptrapping.platform.testing.SampleFiles.pdfOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.platform.testing.PretendedClamd;
import no.opptrapping.platform.web.DatabaseAndIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attachments whose content is in a storage that speaks S3, and that a scanner looks into. */
@QuarkusTest
@WithTestResource(DatabaseAndIssuer.class)
@WithTestResource(StorageAndScanner.class)
class StorageAndScannerIT {
    PretendedClamd scanner;

    EmbeddedPostgres database;

    @Inject
    ScanWaiting scanWaiting;

    @Inject
    RemoveLeftObjects removeLeftObjects;

    private final UUID thing = UUID.randomUUID();

    @AfterEach
    void theScannerIsWell() {
        scanner.answer("");
        scanWaiting.scan();
    }

    @Test
    void theContentStandsInTheStorageAndIsReadFromItInParts() throws IOException, SQLException {
        var content = pdfOf(3_000_000);
        var id = id(send("plan.pdf", content));
        assertThat(stored(id)).isEqualTo(200);
        assertThat(read(id).asByteArray()).isEqualTo(content);
        var part = given().header("Range", "bytes=-10").get(address() + "/" + id);
        part.then().statusCode(206).header("Content-Range", "bytes 2999990-2999999/3000000");
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(content, 2_999_990, 3_000_000));
        assertThat(number("select count(*) from attachment_chunk")).isZero();
    }

    @Test
    void whatBelongsToNothingIsClearedFromTheStorage() throws IOException, SQLException {
        var kept = id(send("a.csv", csv()));
        var removed = id(send("b.csv", csv()));
        given().delete(address() + "/" + removed).then().statusCode(204);
        var crashed = UUID.randomUUID();
        change("insert into attachment_object (id) values ('" + crashed + "')");

        removeLeftObjects.remove();
        assertThat(stored(removed)).as("what is young may still be on its way").isEqualTo(200);
        change("update attachment_object set noted_at = noted_at - interval '2 hours'");
        removeLeftObjects.remove();
        assertThat(stored(removed)).isEqualTo(404);
        assertThat(stored(kept)).isEqualTo(200);
        assertThat(number("select count(*) from attachment_object where not kept"))
                .isZero();
        read(kept).then().statusCode(200);
    }

    @Test
    void whatTheScannerFindsIsRefusedAndNotKept() throws SQLException {
        var eicar = ("a;b\n" + PretendedClamd.EICAR + "\n").getBytes(US_ASCII);
        send("a.csv", eicar)
                .then()
                .statusCode(422)
                .body("errors.code", contains("attachment.infected"))
                .body("errors[0].arguments.found", equalTo("Win.Test.EICAR_HDB-1"));
        assertThat(number("select count(*) from attachment where holder_id = '" + thing + "'"))
                .isZero();
    }

    @Test
    void whatTheScannerHasNotSeenIsGivenToNobodyUntilItHas() throws IOException {
        scanner.answer("the database is being loaded ERROR");
        var clean = send("a.csv", csv());
        clean.then().statusCode(201).body("state", equalTo("waiting"));
        var infected = send("b.csv", ("a\n" + PretendedClamd.EICAR).getBytes(US_ASCII));
        infected.then().statusCode(201).body("state", equalTo("waiting"));
        scanWaiting.scan();
        for (var id : new String[] {id(clean), id(infected)}) {
            read(id).then().statusCode(409).body("type", endsWith("attachment.not-scanned-yet"));
        }

        scanner.answer("");
        scanWaiting.scan();
        read(id(clean)).then().statusCode(200);
        read(id(infected)).then().statusCode(409).body("type", endsWith("attachment.content-removed"));
        assertThat(stored(id(infected))).isEqualTo(404);
    }

    private Response send(String name, byte[] content) {
        return given().header("Content-Disposition", "attachment; filename=" + name)
                .contentType("application/octet-stream")
                .body(content)
                .post(address());
    }

    private static String id(Response answer) {
        return answer.then().statusCode(201).extract().path("id");
    }

    private Response read(String id) {
        return given().get(address() + "/" + id);
    }

    private String address() {
        return "/probe/things/" + thing + "/attachments";
    }

    private int stored(String id) throws IOException {
        var storage = ConfigProvider.getConfig().getValue("opptrapping.attachments.s3.endpoint", String.class);
        var asked = (HttpURLConnection)
                URI.create(storage + "/files/attachments/" + id).toURL().openConnection();
        return asked.getResponseCode();
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl("web"), database.ownerUser("web"), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl("web"), database.ownerUser("web"), database.password());
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
