package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** How the tests of the edge send requests. */
final class Requests {
    private Requests() {}

    static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }
}
