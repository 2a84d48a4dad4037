package no.opptrapping.reporting;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Callers of the service, each with a real token of the local issuer. */
@ApplicationScoped
public class Tokens {
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private final String issuer;

    Tokens(@ConfigProperty(name = "opptrapping.issuer") String issuer) {
        this.issuer = issuer;
    }

    /** A request of a municipality that may read and write. */
    public RequestSpecification municipality(String organisation) {
        return as(given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "local-client")
                .formParam("client_secret", "local")
                .formParam("scope", "hdir:tilskudd/kommune.read hdir:tilskudd/kommune.write")
                .formParam("consumer_org", organisation)
                .post(issuer + "/maskinporten/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
    }

    /** A request of a person with the roles. */
    public RequestSpecification staff(String name, String roles) {
        return as(given().formParam("grant_type", "password")
                .formParam("username", name)
                .formParam("roles", roles)
                .post(issuer + "/staff/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
    }

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", "en");
    }

    /** A valid organisation number that nobody has, made from a number between 0 and 999999. */
    public static String organisationNumber(int seed) {
        return IntStream.iterate(seed, next -> next + 1_000_003)
                .mapToObj(next -> "9" + String.format("%07d", next % 10_000_000))
                .filter(digits -> check(digits) < 10)
                .map(digits -> digits + check(digits))
                .findFirst()
                .orElseThrow();
    }

    private static int check(String digits) {
        var sum = IntStream.range(0, 8)
                .map(i -> WEIGHTS[i] * (digits.charAt(i) - '0'))
                .sum();
        return (11 - sum % 11) % 11;
    }
}
