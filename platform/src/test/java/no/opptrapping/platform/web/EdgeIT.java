package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;
import static no.opptrapping.platform.web.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import no.opptrapping.platform.testing.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge answers to requests that are odd as HTTP: a problem, and never a failure of ours. */
@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class EdgeIT {
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*/*", "application/*;q=0.1", "text/csv, application/json;q=0.5"})
    void anAcceptHeaderThatAllowsJsonGetsJson(String accept) throws IOException {
        assertThat(get("/probe/public", "Accept: " + accept))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-type: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/plain", "application/xml", "text/html", "image/png"})
    void aFormatThatIsNotMadeIsNotAcceptable(String accept) {
        given().accept(accept)
                .get("/probe/public")
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("type", equalTo("https://opptrapping.no/problems/not-acceptable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", ",", ";", "/", "text/html;q=abc", "*/x", "a/b/c", "text/html;;;", "text/\"", "\u00e5/\u00e5"
            })
    void anOddAcceptHeaderIsRefusedOrIgnored(String accept) throws IOException {
        assertThat(get("/probe/public", "Accept: " + accept)).doesNotStartWith("HTTP/1.1 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                ",",
                ";",
                "application/problem+json",
                "application/vnd.other+json",
                "text/json",
                "text/plain",
                "application/json/x"
            })
    void aBodyOfAnotherTypeThanTheDocumentedOneIsRefused(String type) throws IOException {
        var answer = raw("POST /probe/grants HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 415").contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If-None-Match: x",
                "If-None-Match: \"",
                "If-None-Match: W/",
                "If-Modified-Since: x",
                "Accept-Language: ;q=x,,-",
                "Accept-Language: x",
                "Accept-Charset: x;q=y",
                "Range: x",
                "Cookie: ;;;==",
                "Origin: x",
                "Forwarded: ;;",
                "X-Forwarded-For: ,,"
            })
    void anOddHeaderIsNoFailure(String header) throws IOException {
        assertThat(get("/probe/public", header)).startsWith("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/probe/public;a=b",
                "/probe;a=b/public",
                "/probe/public;",
                "/;a=b",
                "/probe/parameters/x;a=b",
                "/probe/public%3Ba=b",
                "/nope;a=b"
            })
    void parametersInAPathNameNothing(String path) throws IOException {
        assertThat(get(path, "Accept: */*")).startsWith("HTTP/1.1 404").contains(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/probe/%zz",
                "/probe/%",
                "/probe/public?a=%zz",
                "/probe/public?%",
                "/%f",
                "/probe/parameters/2a1ae1c4-8f43-4a3c-9d8f-0d5b0b3a1c11?name=%e5%"
            })
    void aMalformedPercentSignIsAProblem(String path) throws IOException {
        assertThat(get(path, "Accept: */*"))
                .startsWith("HTTP/1.1 400")
                .contains(PROBLEM)
                .contains("\"type\":\"https://opptrapping.no/problems/bad-request\"")
                .contains("X-Correlation-Id");
    }

    @Test
    void aChunkedBodyThatIsTooLargeIsAProblem() throws IOException {
        var answer = chunked("a\r\n{\"title\":\"\r\n" + ("1000\r\n" + "x".repeat(0x1000) + "\r\n").repeat(8));

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains(PROBLEM)
                .contains("\"type\":\"https://opptrapping.no/problems/too-large\"");
    }

    @Test
    void aChunkedBodyWithinTheLimitIsRead() throws IOException {
        assertThat(chunked("2\r\n{}\r\n")).startsWith("HTTP/1.1 422").contains(PROBLEM);
    }

    @Test
    void whatIsNotForEverybodyIsNotKept() {
        given().get("/probe/who").then().statusCode(401).header("Cache-Control", "no-store");
        given().get("/probe/nope").then().statusCode(404).header("Cache-Control", "no-store");
        json("{}").post("/probe/grants").then().statusCode(422).header("Cache-Control", "no-store");
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() {
        for (var path : new String[] {"/probe/public", "/probe/nope", "/probe/who"}) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void openDataMayBeReadFromAnyPageAndAskedForAgainByItsTag() {
        var first = given().header("Origin", "https://example.org")
                .get("/probe/public")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .extract();
        var tag = first.header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        for (var known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            var again = given().header("If-None-Match", known)
                    .get("/probe/public")
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .extract();
            assertThat(again.asString()).isEmpty();
        }
        given().header("If-None-Match", "\"other\"").get("/probe/public").then().statusCode(200);
    }

    @Test
    void aRequestThatDoesNotComeWholeIsNoErrorOfOurs() throws IOException {
        var logger = Logger.getLogger("no.opptrapping.platform.problems.ProblemMappers");
        var told = new CopyOnWriteArrayList<LogRecord>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord one) {
                told.add(one);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.setLevel(Level.FINE);
        logger.addHandler(listener);
        try {
            // Some of them are given up before anybody has begun to read them: then nothing is told.
            for (var i = 0; i < 20; i++) {
                assertThat(rawUntilClosed("POST /probe/grants HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n{"))
                        .doesNotContain(" 500 ");
            }
        } finally {
            logger.removeHandler(listener);
            logger.setLevel(null);
        }
        assertThat(told).allMatch(one -> one.getLevel().intValue() < Level.WARNING.intValue());
    }

    @Test
    void openDataHasATagInEveryFormInWhichItIsServed() {
        var tags = new HashSet<String>();
        for (var form : List.of("application/json", "text/csv")) {
            var tag = given().header("Accept", form)
                    .get("/probe/table")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(form))
                    .header("Vary", containsString("Accept-Language"))
                    .header("ETag", matchesPattern("\"[0-9a-f]{64}\""))
                    .extract()
                    .header("ETag");
            given().header("Accept", form)
                    .header("If-None-Match", tag)
                    .get("/probe/table")
                    .then()
                    .statusCode(304);
            tags.add(tag);
        }
        assertThat(tags).hasSize(2);
    }

    @Test
    void aPageMayAskBeforehandWhetherItMayReadOpenData() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/probe/public")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
        given().header("Origin", "https://example.org")
                .get("/probe/who")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aWeakTagOfTheSameVersionFits() {
        given().header("If-Match", "W/\"7\"").put("/probe/versioned").then().statusCode(204);
        given().header("If-Match", "W/\"6\"").put("/probe/versioned").then().statusCode(412);
    }

    @Test
    void aDatabaseThatHasNoTimeOrNoConnectionIsUnavailableForAWhile() {
        var slow = IntStream.range(0, 16)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> given().get("/probe/database?seconds=30"), Thread::startVirtualThread))
                .toList();
        Poll.until(
                "a pool without connections",
                () -> given().get("/probe/database?seconds=0").statusCode() == 503);
        for (var answer : slow) {
            answer.join()
                    .then()
                    .statusCode(503)
                    .contentType(PROBLEM)
                    .header("Retry-After", "10")
                    .header("Cache-Control", "no-store")
                    .body("type", equalTo("https://opptrapping.no/problems/unavailable"));
        }
        given().get("/probe/database?seconds=0").then().statusCode(204);
    }

    @Test
    void problemsNameTheHeaderThatCannotBeRead() {
        given().header("Accept", "x")
                .get("/probe/public")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("header:Accept"));
    }

    private String chunked(String chunks) throws IOException {
        return raw("POST /probe/grants HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks + "0\r\n\r\n");
    }

    private String get(String path, String header) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is answered before the service closes the connection, in whichever way it does. */
    private String rawUntilClosed(String request) throws IOException {
        try {
            return raw(request);
        } catch (SocketException closed) {
            return "";
        }
    }
}
