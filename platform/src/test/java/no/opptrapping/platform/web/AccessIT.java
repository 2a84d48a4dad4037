package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;
import static no.opptrapping.platform.web.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.opptrapping.embedded.issuer.LocalIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class AccessIT {
    private static final String TRONDHEIM = "942110464";
    private static final String SUPPLIER = "983544622";
    private static final String READ = "hdir:tilskudd/kommune.read";

    LocalIssuer issuer;

    @Inject
    DataSource database;

    @Test
    void anOrganisationIsItsConsumerWithTheRolesOfItsScopes() {
        who(issuer.organisationToken(TRONDHEIM, READ))
                .statusCode(200)
                .body("name", equalTo("organisation:" + TRONDHEIM));
        who(issuer.organisationToken(TRONDHEIM, "hdir:tilskudd/intern.read")).statusCode(403);
        who(issuer.organisationToken(TRONDHEIM, "other:" + READ)).statusCode(403);
    }

    @Test
    void aSupplierActsForItsConsumer() {
        who(issuer.delegatedToken(TRONDHEIM, SUPPLIER, READ))
                .statusCode(200)
                .body("name", equalTo("organisation:" + TRONDHEIM));
    }

    @Test
    void aPersonHasTheRolesOfTheToken() {
        who(issuer.staffToken("kari", "adviser")).statusCode(200).body("name", equalTo("staff:kari"));
        who(issuer.staffToken("kari", "ministry")).statusCode(403);
        who(issuer.staffToken("kari", "municipality-read")).statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("badOrganisations")
    void aMaskinportenTokenWithoutAProperConsumerIsRefused(Map<String, Object> claims) {
        who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).statusCode(401);
    }

    static List<Map<String, Object>> badOrganisations() {
        return List.of(
                Map.of("scope", READ, "client_id", TRONDHEIM),
                Map.of("scope", READ, "consumer", "0192:" + TRONDHEIM),
                consumer("0192:" + TRONDHEIM, "other"),
                consumer("0192:123456789", "iso6523-actorid-upis"),
                consumer(TRONDHEIM, "iso6523-actorid-upis"),
                consumer("9908:" + TRONDHEIM, "iso6523-actorid-upis"));
    }

    private static Map<String, Object> consumer(String id, String authority) {
        return Map.of("scope", READ, "consumer", Map.of("authority", authority, "ID", id));
    }

    @Test
    void aMaskinportenTokenGivesNobodyARoleOfThePeople() {
        var claims = new HashMap<>(consumer("0192:" + TRONDHEIM, "iso6523-actorid-upis"));
        claims.put("roles", List.of("adviser", "municipality-read"));
        claims.put("groups", List.of("adviser"));
        claims.put("scope", "adviser");
        who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).statusCode(403);
    }

    @Test
    void aStaffTokenMustBeMeantForUsAndNameAPerson() {
        var roles = List.of("adviser");
        who(issuer.tokenWith(LocalIssuer.STAFF, Map.of("sub", "kari", "aud", "other", "roles", roles)))
                .statusCode(401);
        who(issuer.tokenWith(LocalIssuer.STAFF, Map.of("sub", "kari", "roles", roles)))
                .statusCode(401);
        who(issuer.tokenWith(LocalIssuer.STAFF, Map.of("aud", "opptrapping", "roles", roles)))
                .statusCode(401);
        who(issuer.tokenWith(
                        LocalIssuer.STAFF,
                        Map.of("sub", "kari", "aud", "opptrapping", "scope", READ, "consumer", Map.of())))
                .statusCode(403);
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        var claims = new HashMap<>(consumer("0192:" + TRONDHEIM, "iso6523-actorid-upis"));
        claims.put("iat", Instant.parse("2020-01-01T00:00:00Z"));
        claims.put("exp", Instant.parse("2020-01-01T00:10:00Z"));
        who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0."})
    void whatIsNotAValidTokenIsRefused(String token) {
        who(token).statusCode(401).contentType("application/problem+json").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aTamperedTokenIsRefused() {
        var token = issuer.staffToken("kari", "adviser");
        var signature = token.lastIndexOf('.') + 10;
        var other = token.charAt(signature) == 'A' ? 'B' : 'A';
        who(token.substring(0, signature) + other + token.substring(signature + 1))
                .statusCode(401);
    }

    @Test
    void nobodyIsAnonymousWhereThatIsAllowed() {
        given().get("/probe/who").then().statusCode(401).header("WWW-Authenticate", "Bearer");
        given().get("/probe/public").then().statusCode(200).body("name", equalTo("anonymous"));
        given().get("/probe/staff-only").then().statusCode(403);
    }

    @Test
    void aDecisionIsInTheAuditLogExactlyWhenItHappened() throws SQLException {
        given().auth()
                .oauth2(issuer.delegatedToken(TRONDHEIM, SUPPLIER, READ))
                .contentType("application/json")
                .header("X-Correlation-Id", "audit-1")
                .body("{\"text\":\"decided-1\",\"percent\":1}")
                .post("/probe/decisions")
                .then()
                .statusCode(204);
        json("{\"text\":\"fail\",\"percent\":1}")
                .post("/probe/decisions")
                .then()
                .statusCode(500);

        assertThat(audited("decided-1"))
                .containsExactly("decision probe.decided organisation:" + TRONDHEIM + " " + SUPPLIER + " audit-1");
        assertThat(audited("fail")).isEmpty();
    }

    @Test
    void aDeniedAttemptIsInTheAuditLog() throws SQLException {
        given().auth()
                .oauth2(issuer.staffToken("ola-denied", "ministry"))
                .get("/probe/who")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(issuer.staffToken("ola-denied", "ministry"))
                .get("/probe/who?a=b")
                .then()
                .statusCode(403);

        assertThat(audited("/probe/who"))
                .filteredOn(row -> row.contains("ola-denied"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).startsWith("denied GET staff:ola-denied"));
    }

    @Test
    void aRefusedTokenIsInTheAuditLog() throws SQLException {
        given().auth()
                .oauth2("x")
                .header("X-Correlation-Id", "refused-1")
                .get("/probe/who")
                .then()
                .statusCode(401);

        assertThat(audited("/probe/who"))
                .anySatisfy(row -> assertThat(row).contains("denied GET anonymous", "refused-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set what = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void nobodyInTheApplicationCanChangeTheAuditLog(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(statement)) {
            assertThatThrownBy(change::executeUpdate).hasMessageContaining("permission denied");
        }
    }

    @Test
    void whoAsksForMoreThanItsMinuteIsToldWhenToComeBack() {
        var busy = issuer.staffToken("busy", "adviser");
        who(busy)
                .statusCode(200)
                .header("RateLimit-Policy", "\"minute\";q=40;w=60")
                .header("RateLimit", startsWith("\"minute\";r=39;t="));
        var answer = who(busy);
        for (var i = 0; i < 200 && answer.extract().statusCode() == 200; i++) {
            answer = who(busy);
        }
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[12]"))
                .header("RateLimit", startsWith("\"minute\";r=0;t="))
                .body("type", equalTo("https://opptrapping.no/problems/too-many-requests"));
        who(issuer.staffToken("idle", "adviser")).statusCode(200);
        who(issuer.organisationToken(TRONDHEIM, READ)).statusCode(200);
    }

    private static ValidatableResponse who(String token) {
        return given().auth().oauth2(token).get("/probe/who").then();
    }

    private List<String> audited(String subject) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select concat_ws(' ', kind, what, actor, supplier, correlation_id) from audit_entry"
                                + " where subject = ? order by id")) {
            select.setString(1, subject);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
