package no.opptrapping.grant.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.World.post;
import static no.opptrapping.platform.testing.SampleFiles.csv;
import static no.opptrapping.platform.testing.SampleFiles.docx;
import static no.opptrapping.platform.testing.SampleFiles.pdf;
import static no.opptrapping.platform.testing.SampleFiles.pdfOf;
import static no.opptrapping.platform.testing.SampleFiles.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a municipality attaches to its application, who reads it, and how much there is room for. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AttachmentsIT extends AnnouncedCall {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String BINARY = "application/octet-stream";

    @Inject
    DataSource database;

    @Inject
    EndCompletions endCompletions;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Resident host;
    private String draft;

    @BeforeEach
    void aDraft() {
        host = world.founded("Vertsvik");
        draft = begin(host, application(call));
    }

    @Test
    void aFileIsAttachedReadInPartsAndTakenAway() {
        var content = pdfOf(600_000);
        var id = attach(host, draft, "Budsjett og plan – 2025.pdf", "application/pdf", content)
                .then()
                .statusCode(201)
                .body("name", equalTo("Budsjett og plan – 2025.pdf"))
                .body("type", equalTo("pdf"))
                .body("bytes", equalTo(600_000))
                .body("state", equalTo("ready"))
                .body("sha256", equalTo(ETags.digest(content)))
                .extract()
                .<String>path("id");
        var whole = read(world.as(host), id);
        whole.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Length", "600000")
                .header("ETag", ETags.of(ETags.digest(content)))
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"Budsjett og plan _ 2025.pdf\";"
                                + " filename*=UTF-8''Budsjett%20og%20plan%20%E2%80%93%202025.pdf");
        assertThat(whole.asByteArray()).isEqualTo(content);
        var part = read(world.as(host).header("Range", "bytes=262140-262150"), id);
        part.then().statusCode(206).header("Content-Range", "bytes 262140-262150/600000");
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(content, 262_140, 262_151));
        read(world.as(host).header("Range", "bytes=600000-"), id)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */600000")
                .body("type", endsWith("range-not-satisfiable"));
        read(world.as(host).header("Range", "bytes=0-9").header("If-Range", "\"other\""), id)
                .then()
                .statusCode(200);
        read(world.as(host).header("If-None-Match", ETags.of(ETags.digest(content))), id)
                .then()
                .statusCode(304);

        list(world.as(host)).body("items.id", contains(id));
        world.as(host).delete(address(draft) + "/" + id).then().statusCode(204);
        world.as(host).delete(address(draft) + "/" + id).then().statusCode(404);
        list(world.as(host)).body("items", empty());
        read(world.as(host), id).then().statusCode(404);
        assertThat(count("select count(*) from attachment_chunk where attachment_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void aRequestThatIsSentAgainAttachesOneFile() {
        var key = UUID.randomUUID().toString();
        var first = attach(host, draft, "a.csv", "text/csv", csv(), key).then().statusCode(201);
        attach(host, draft, "a.csv", "text/csv", csv(), key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.extract().path("id")));
        attach(host, draft, "a.csv", "text/csv", "b;c\n".getBytes(UTF_8), key)
                .then()
                .statusCode(422)
                .body("type", endsWith("idempotency.key-reused"));
        list(world.as(host)).body("items", hasSize(1));
    }

    @Test
    void whatIsRefusedIsNotKept() throws SQLException {
        refused("a.pdf", BINARY, docx(), "attachment.name-does-not-fit");
        refused("a.docx", "application/pdf", docx(), "attachment.declared-otherwise");
        refused("plan.pdf", BINARY, Arrays.copyOf("MZ".getBytes(UTF_8), 300), "attachment.type-not-accepted");
        refused("a.docx", BINARY, docx(Map.of("word/vbaProject.bin", new byte[9])), "attachment.macros");
        refused("a.pdf", BINARY, pdf("3 0 obj << /S /JavaScript /JS (x) >> endobj"), "attachment.acts");
        refused("a.docx", BINARY, docx(Map.of("word/b.xml", new byte[30 * MEGABYTE])), "attachment.grows");
        world.as(host)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(BINARY)
                .body(pdf())
                .post(address(draft))
                .then()
                .statusCode(422)
                .body("errors.code", contains("attachment.name-missing"))
                .body("errors.pointer", contains("header:Content-Disposition"));
        list(world.as(host)).body("items", empty());
        assertThat(count("select files from attachment_holder where id = '" + draft + "'"))
                .isLessThan(1);
    }

    @Test
    void aByteTooMuchIsRefusedHoweverItComes() throws Exception {
        var most = pdfOf(25 * MEGABYTE);
        assertThat(send(most.length, most).statusCode()).isEqualTo(201);
        var more = Arrays.copyOf(most, most.length + 1);
        for (var answer : List.of(send(more.length, more), send(-1, more))) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("problems/too-large");
        }
        list(world.as(host)).body("items.bytes", contains(25 * MEGABYTE));
        Poll.until("the received files to go from disk", () -> receivedFilesOnDisk() == 0);
        world.as(host)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(new byte[2 * MEGABYTE])
                .put("/v1/applications/" + draft)
                .then()
                .statusCode(413);
    }

    @Test
    void twentyAtOnceFillTheApplicationToTheLastByte() {
        var content = pdfOf(10 * MEGABYTE);
        var statuses = new ArrayList<CompletableFuture<Integer>>();
        for (var i = 0; i < 20; i++) {
            statuses.add(http.sendAsync(request(content.length, content), HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode));
        }
        var answered = statuses.stream().map(CompletableFuture::join).toList();
        assertThat(answered).containsOnly(201, 422);
        assertThat(answered.stream().filter(status -> status == 201)).hasSize(10);
        assertThat(count("select bytes from attachment_holder where id = '" + draft + "'"))
                .isEqualTo(100L * MEGABYTE);
        attach(host, draft, "a.csv", "text/csv", csv())
                .then()
                .statusCode(422)
                .body("errors.code", contains("attachment.too-much-together"))
                .body("errors[0].arguments.left", equalTo(0));
    }

    @Test
    void whatIsSubmittedIsFrozenAndReadByWhoeverMaySeeTheApplication() throws SQLException {
        var partner = world.founded("Parvik");
        var joint = application(call);
        joint.put(
                "participants",
                List.of(
                        participant(host.number().value(), 300_000),
                        participant(partner.number().value(), 100_000)));
        put(host, draft, "*", joint).statusCode(200);
        var id = attached(host, draft, "plan.png", png());
        var stranger = world.founded("Fremmedvik");
        var adviser = world.asPerson("adviser-1", "adviser");
        read(world.as(partner), id).then().statusCode(404);
        read(adviser, id).then().statusCode(404);
        attach(partner, draft, "a.csv", "text/csv", csv()).then().statusCode(404);

        post(world.as(host), "/v1/applications/" + draft + "/submission").statusCode(201);
        attach(host, draft, "a.csv", "text/csv", csv())
                .then()
                .statusCode(409)
                .body("type", endsWith("attachment.frozen"));
        world.as(host)
                .delete(address(draft) + "/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("attachment.frozen"));
        list(world.as(partner)).body("items.id", contains(id));
        read(world.as(partner), id).then().statusCode(200);
        read(world.asPerson("adviser-1", "adviser"), id).then().statusCode(200);
        read(world.as(stranger), id).then().statusCode(404);
        assertThat(count("select count(*) from audit_entry where what = 'application.attachment-read' and subject = '"
                        + draft + "' and actor = 'staff:adviser-1'"))
                .isEqualTo(1);
    }

    @Test
    void theDatabaseFreezesAndCountsByItself() throws SQLException {
        var id = attached(host, draft, "plan.png", png());
        assertThat(refusedByTheDatabase("update attachment set name = 'other.png' where id = '" + id + "'"))
                .contains("stays what it was");
        assertThat(refusedByTheDatabase("update attachment_holder set bytes = 104857601 where id = '" + draft + "'"))
                .contains("attachment_holder_bytes_check");
        post(world.as(host), "/v1/applications/" + draft + "/submission").statusCode(201);
        assertThat(refusedByTheDatabase("delete from attachment where id = '" + id + "'"))
                .contains("frozen");
        assertThat(refusedByTheDatabase("delete from attachment_edition where attachment_id = '" + id + "'"))
                .contains("permission denied");
    }

    @Test
    void whatIsReturnedIsWrittenAnewAndEachSubmissionKeepsWhatItHad() throws SQLException {
        var first = attached(host, draft, "plan.png", png());
        submit();
        returned();
        var second = attached(host, draft, "plan.csv", csv());
        world.as(host).delete(address(draft) + "/" + first).then().statusCode(204);
        list(world.as(host)).body("items.id", contains(second));
        list(adviser()).body("items.id", contains(first));
        submit();
        list(adviser()).body("items.id", contains(second));
        read(adviser(), first).then().statusCode(404);
        assertThat(count("select count(*) from attachment_chunk where attachment_id = '" + first + "'"))
                .isEqualTo(1);
    }

    @Test
    void aReturnThatBringsNothingNewIsAsIfThereHadBeenNone() {
        var first = attached(host, draft, "plan.png", png());
        submit();
        returned();
        attached(host, draft, "plan.csv", csv());
        world.as(host).delete(address(draft) + "/" + first).then().statusCode(204);
        world.itIs(Instant.parse("2025-04-01T10:00:00Z"));
        attach(host, draft, "a.csv", "text/csv", csv())
                .then()
                .statusCode(409)
                .body("type", endsWith("application.completion-is-over"));
        endCompletions.look();
        list(world.as(host)).body("items.id", contains(first));
        list(adviser()).body("items.id", contains(first));
        assertThat(count("select files from attachment_holder where id = '" + draft + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDraftThatIsDeletedTakesItsFilesAlong() {
        var id = attached(host, draft, "plan.png", png());
        var incomplete = application(call);
        incomplete.remove("measures");
        put(host, draft, "*", incomplete).statusCode(200);
        post(world.as(host), "/v1/applications/" + draft + "/submission").statusCode(422);
        delete(world.as(host), "\"1\"").statusCode(412);
        delete(world.as(world.founded("Fremmedvik")), "*").statusCode(404);
        delete(world.as(host), "*").statusCode(204);
        delete(world.as(host), "*").statusCode(404);
        for (var table : List.of("attachment where id", "attachment_chunk where attachment_id")) {
            assertThat(count("select count(*) from " + table + " = '" + id + "'"))
                    .isZero();
        }
        assertThat(count("select count(*) from attachment_holder where id = '" + draft + "'"))
                .isZero();
        draft = begin(host, application(call));
        submit();
        delete(world.as(host), "*").statusCode(409).body("type", endsWith("application.not-a-draft"));
    }

    private ValidatableResponse delete(RequestSpecification as, String ifMatch) {
        return as.header("If-Match", ifMatch)
                .delete("/v1/applications/" + draft)
                .then();
    }

    private void submit() {
        post(world.as(host), "/v1/applications/" + draft + "/submission").statusCode(201);
    }

    private void returned() {
        post(
                        adviser(),
                        "/v1/applications/" + draft + "/returns",
                        Map.of(
                                "remarks",
                                List.of(Map.of("pointer", "/asked", "text", "Planen mangler.")),
                                "lastDay",
                                "2025-03-20"))
                .statusCode(201);
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private String attached(Resident by, String application, String name, byte[] content) {
        return attach(by, application, name, BINARY, content)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response attach(Resident by, String application, String name, String type, byte[] content) {
        return attach(by, application, name, type, content, UUID.randomUUID().toString());
    }

    private Response attach(Resident by, String application, String name, String type, byte[] content, String key) {
        return world.as(by)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Idempotency-Key", key)
                .header("Content-Disposition", disposition(name))
                .contentType(type)
                .body(content)
                .post(address(application));
    }

    private static String disposition(String name) {
        return "attachment; filename*=UTF-8''" + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    private void refused(String name, String type, byte[] content, String code) {
        attach(host, draft, name, type, content)
                .then()
                .statusCode(422)
                .body("type", endsWith("attachment.refused"))
                .body("errors.code", contains(code));
    }

    private HttpResponse<String> send(int length, byte[] content) throws IOException, InterruptedException {
        return http.send(request(length, content), HttpResponse.BodyHandlers.ofString());
    }

    /** A length below zero sends the content in chunks. */
    private HttpRequest request(int length, byte[] content) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address(draft)))
                .header("Authorization", "Bearer " + world.organisationToken(host.organisation()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", BINARY)
                .header("Content-Disposition", disposition("a.pdf"))
                .POST(
                        length < 0
                                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))
                                : HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
    }

    private Response read(RequestSpecification as, String id) {
        return as.get(address(draft) + "/" + id);
    }

    private ValidatableResponse list(RequestSpecification as) {
        return as.get(address(draft)).then().statusCode(200);
    }

    private static String address(String application) {
        return "/v1/applications/" + application + "/attachments";
    }

    private static long receivedFilesOnDisk() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("opptrapping-.*\\.attachment"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String sql) {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String refusedByTheDatabase(String sql) {
        try {
            run(sql);
            return "";
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }
}
