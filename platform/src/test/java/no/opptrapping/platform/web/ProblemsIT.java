package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;
import static no.opptrapping.platform.web.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class ProblemsIT {
    private static final String ID = "2a1ae1c4-8f43-4a3c-9d8f-0d5b0b3a1c11";

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nb      | Finnes ikke      | (nb) 0704 1. januar 2020 1\u00a0234\u00a0567
            nn      | Finst ikkje      | (nn) 0704 1. januar 2020 1\u00a0234\u00a0567
            en      | Does not exist   | (en) 0704 1 January 2020 1,234,567
            de      | Finnes ikke      | (nb) 0704 1. januar 2020 1\u00a0234\u00a0567
            de, en;q=0.5, nn;q=0.7 | Finst ikkje | (nn) 0704 1. januar 2020 1\u00a0234\u00a0567
            """)
    void problemsAreInTheCallersLanguage(String language, String title, String detail) {
        given().header("Accept-Language", language)
                .get("/probe/ceased")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Vary", "Accept-Language")
                .body("type", equalTo("https://opptrapping.no/problems/probe.ceased"))
                .body("title", equalTo(title))
                .body("detail", equalTo(detail))
                .body("status", equalTo(404))
                .body("instance", equalTo("/probe/ceased"))
                .body("successors[0].number", equalTo("3803"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void everyBrokenRuleIsNamedAtOnceWithItsPlace() {
        json("""
                {"title":"","amount":-1,"address":{"zip":"1"},"lines":[null,{"text":"","percent":101}]}
                """)
                .post("/probe/grants")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://opptrapping.no/problems/rejected"))
                .body(
                        "errors.pointer",
                        contains("/address/zip", "/amount", "/lines/0", "/lines/1/percent", "/lines/1/text", "/title"))
                .body(
                        "errors.code",
                        contains(
                                "validation.size",
                                "probe.not-positive",
                                "validation.missing",
                                "validation.too-large",
                                "validation.missing",
                                "validation.missing"))
                .body("errors[0].arguments.min", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "-", textBlock = """
            ``                      ; 422 ; validation.missing    ; ``
            null                    ; 422 ; validation.missing    ; ``
            {                       ; 400 ; json.malformed        ; ``
            []                      ; 422 ; body.not-an-object    ; ``
            "text"                  ; 422 ; body.not-an-object    ; ``
            """)
    void aBodyThatCannotBeReadIsAnsweredWithItsFault(String body, int status, String code, String pointer) {
        json(body)
                .post("/probe/grants")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.code", contains(code))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"x":1}                 ; body.unknown-property    ; /x
            {"title":1}             ; body.not-text            ; /title
            {"title":"a\\u0000"}    ; validation.nul-character ; /title
            {"title":"\\u00a0\\u200b"} ; validation.missing    ; /title
            {"amount":1.5}          ; body.not-whole           ; /amount
            {"amount":1e400}        ; body.not-whole           ; /amount
            {"amount":""}           ; validation.missing       ; /amount
            {"lines":{}}            ; body.not-a-list          ; /lines
            {"lines":[{"percent":"1"}]} ; body.not-a-number    ; /lines/0/percent
            """)
    void whatIsOfTheWrongKindIsToldWithEverythingElse(String body, String code, String pointer) {
        json(body)
                .post("/probe/grants")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.find { it.pointer == '" + pointer + "' }.code", equalTo(code))
                .body("errors.pointer", hasItem("/address"));
    }

    @Test
    void aHundredFaultsAreToldAndThatThereAreMore() {
        json(IntStream.range(0, 500).mapToObj(n -> "\"x" + n + "\":1").collect(Collectors.joining(",", "{", "}")))
                .header("Accept-Language", "en")
                .post("/probe/grants")
                .then()
                .statusCode(422)
                .body("errors", hasSize(100))
                .body("more", equalTo(true))
                .body("detail", containsString("Only the first 100 faults are shown"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"kroner":1.5}                ; /kroner
            {"kroner":"1"}                ; /kroner
            {"kroner":9223372036854775808}; /kroner
            {"municipality":"12"}         ; /municipality
            {"municipality":301}          ; /municipality
            {"organisation":"964338532"}  ; /organisation
            {"organisation":"123456785"}  ; /organisation
            {"on":"2020-02-30"}           ; /on
            {"on":"+9999999-01-01"}       ; /on
            {"on":""}                     ; /on
            """)
    void valuesThatAreNotOfTheirKindAreAnsweredWithTheirPlace(String body, String pointer) {
        json(body).post("/probe/values").then().statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            count=11,     422, query:count
            count=x,      400, query:count
            count=1.0,    400, query:count
            on=2020-13-01,400, query:on
            number=301,   400, query:number
            year=20,      400, query:year
            year=,        400, query:year
            count=,       400, query:count
            name=,        400, query:name
            name=%20,     400, query:name
            name=%C2%A0%E2%80%8B, 400, query:name
            kind=,        400, query:kind
            on=+9999999-01-01,  400, query:on
            on=%2B999999999-01-01, 400, query:on
            on=-999999999-01-01, 400, query:on
            on=2020-01-01T00:00:00Z, 400, query:on
            """)
    void aParameterThatIsNotOfItsFormIsNamed(String query, int status, String pointer) {
        given().urlEncodingEnabled(false)
                .get("/probe/parameters/" + ID + "?" + query)
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void anIdInAnAddressIsOfItsType() {
        given().get("/probe/runs/" + ID + "?before=" + ID)
                .then()
                .statusCode(200)
                .body("id", equalTo(ID + " after " + ID));
        given().get("/probe/runs/" + ID + "?before=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:before"));
        given().get("/probe/runs/" + ID + "?before=")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:before"));
    }

    @Test
    void anEnumParameterThatIsNotOneOfItsValuesIsRefused() {
        given().get("/probe/parameters/" + ID + "?kind=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/parameters/x",
        "/probe/runs/x",
        "/probe/runs/1-1-1-1-1",
        "/probe/nope",
        "/nope",
        "/probe/parameters/%C3%28",
        "/q/nope",
        "/probe/parameters/;a=b",
        "/probe/parameters/%20"
    })
    void whatDoesNotExistIsNotFound(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://opptrapping.no/problems/not-found"));
    }

    @ParameterizedTest
    @CsvSource({"/probe/parameters/" + ID + "?name=a%00b", "/probe/%00"})
    void theNulCharacterInAnAddressIsRefused(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code", contains("validation.nul-character"));
    }

    @Test
    void wrongMethodFormatAndContentTypeAreProblems() {
        given().delete("/probe/public").then().statusCode(405).contentType("application/problem+json");
        given().accept("image/png").get("/probe/public").then().statusCode(406).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/probe/grants")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void anUnexpectedFailureTellsNothingButWhereToLook() {
        given().get("/probe/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("https://opptrapping.no/problems/internal-error"))
                .body("detail", not(equalTo("a bug")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        json("{\"title\":\"" + "x".repeat(20_000) + "\"}")
                .post("/probe/grants")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("https://opptrapping.no/problems/too-large"));
    }

    @Test
    void aChunkedBodyThatIsTooLargeIsRefused() throws IOException {
        var answer = raw("POST /probe/grants HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "a\r\n{\"title\":\"\r\n"
                + ("1000\r\n" + "x".repeat(0x1000) + "\r\n").repeat(8) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
    }

    @Test
    void invalidUtf8IsRefused() {
        given().contentType("application/json")
                .body(new byte[] {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'})
                .post("/probe/grants")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void preconditionsAreRequiredAndChecked() {
        given().put("/probe/versioned").then().statusCode(428);
        for (var malformed : List.of("6", "\"6", "\"6\" \"7\"", "*, \"7\"", "w/\"7\"")) {
            given().header("If-Match", malformed)
                    .put("/probe/versioned")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("header:If-Match"));
        }
        given().header("If-Match", "\"6\"").put("/probe/versioned").then().statusCode(412);
        given().header("If-Match", "\"6\", \"7\"")
                .put("/probe/versioned")
                .then()
                .statusCode(204);
        given().header("If-Match", "*").put("/probe/versioned").then().statusCode(204);
    }

    @Test
    void theCallersCorrelationIdComesBackAndANewOneIsMadeForABadOne() {
        given().header("X-Correlation-Id", "abc-1")
                .get("/probe/public")
                .then()
                .header("X-Correlation-Id", equalTo("abc-1"));
        given().header("X-Correlation-Id", "a b")
                .get("/probe/public")
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
        given().get("/probe/nope").then().header("X-Correlation-Id", not(nullValue()));
    }

    @Test
    void theCallersTraceIsContinued() {
        given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/probe/ceased")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() {
        var first = given().get("/probe/items?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items")).hasSize(200);
        var second = given().queryParam("cursor", first.getString("next"))
                .get("/probe/items?limit=200")
                .jsonPath();
        assertThat(second.getList("items", Integer.class))
                .hasSize(50)
                .startsWith(201)
                .endsWith(250);
        assertThat(second.getString("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,422,query:limit",
        "limit=501,422,query:limit",
        "limit=x,400,query:limit",
        "cursor=!,422,query:cursor",
        "cursor=YWJj,400,query:cursor",
        "cursor=w,400,query:cursor"
    })
    void aBadPageIsRefused(String query, int status, String pointer) {
        given().get("/probe/items?" + query).then().statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void metricsAndHealthAreThere() {
        given().get("/q/metrics").then().statusCode(200).body(startsWith("# TYPE"));
        given().get("/q/health/live").then().statusCode(200);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
