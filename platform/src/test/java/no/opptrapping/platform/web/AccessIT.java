package no.opptrapping.platform.web;

import static io.restassured.RestAssured.given;
import static no.opptrapping.platform.web.Requests.json;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import no.opptrapping.embedded.issuer.LocalIssuer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class AccessIT {
    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final String TRONDHEIM = "942110464";
    private static final String SUPPLIER = "983544622";
    private static final String READ = "hdir:tilskudd/kommune.read";

    LocalIssuer issuer;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

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

    @Test
    void whoHasARoleIsInItsGroupsAndNoTokenNamesAGroup() {
        whoOfTheNation(issuer.organisationToken(TRONDHEIM, READ)).statusCode(200);
        whoOfTheNation(issuer.staffToken("kari", "controller")).statusCode(200);
        whoOfTheNation(issuer.staffToken("kari", "county-governor")).statusCode(403);
        whoOfTheNation(issuer.staffToken("kari", "national-staff")).statusCode(403);
        whoOfTheNation(issuer.organisationToken(TRONDHEIM, "municipality")).statusCode(403);
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
                consumer("0192:123456789", AUTHORITY),
                consumer(TRONDHEIM, AUTHORITY),
                consumer("9908:" + TRONDHEIM, AUTHORITY),
                consumer("0192:" + TRONDHEIM + "\n", AUTHORITY),
                consumer("0192:942 110 464", AUTHORITY));
    }

    private static Map<String, Object> consumer(String id, String authority) {
        return Map.of("scope", READ, "consumer", party(id, authority));
    }

    private static Map<String, Object> party(String id, String authority) {
        return Map.of("authority", authority, "ID", id);
    }

    @Test
    void aMaskinportenTokenGivesNobodyARoleOfThePeople() {
        var claims = new HashMap<>(consumer("0192:" + TRONDHEIM, AUTHORITY));
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
        var claims = new HashMap<>(consumer("0192:" + TRONDHEIM, AUTHORITY));
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
    void whoHasProvedNothingIsCountedAndNotWrittenDown() throws SQLException {
        var before = unauthenticated();
        given().auth()
                .oauth2("x")
                .header("X-Correlation-Id", "refused-1")
                .get("/probe/who")
                .then()
                .statusCode(401);
        given().get("/probe/staff-only").then().statusCode(403);

        assertThat(unauthenticated()).isEqualTo(before + 2);
        assertThat(audited("/probe/who")).noneMatch(row -> row.contains("anonymous"));
        assertThat(audited("/probe/staff-only")).noneMatch(row -> row.contains("anonymous"));
    }

    @Test
    void aLongSubjectIsShortenedWithAHashAndStillTold() throws SQLException {
        var long1 = "a".repeat(3_000) + "1";
        var long2 = "a".repeat(3_000) + "2";
        for (var text : List.of(long1, long2)) {
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(issuer.staffToken("long-denied", "adviser"))
                    .post("/probe/denials/" + text)
                    .then()
                    .statusCode(403);
        }
        assertThat(subjectsOf("staff:long-denied"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(subject -> assertThat(subject.length()).isLessThanOrEqualTo(200));
    }

    @Test
    void aRefusalWaitsForNoConnectionWhileItHoldsOne() throws InterruptedException {
        var token = issuer.staffToken("many-denied", "adviser");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = executor.invokeAll(
                    Collections.nCopies(
                            40,
                            () -> given().auth()
                                    .oauth2(token)
                                    .post("/probe/denials/many")
                                    .statusCode()),
                    20,
                    TimeUnit.SECONDS);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.isCancelled()).isFalse());
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(403));
        }
    }

    @Test
    void whatIsAnothersIsAnsweredAsWhatDoesNotExistAndIsInTheAuditLog() throws SQLException {
        var token = issuer.organisationToken(ProbeRegister.OSLO, READ);
        municipality(token, "0301").statusCode(200);
        municipality(token, "5001").statusCode(404);
        municipality(token, "9999").statusCode(404);

        assertThat(audited("5001"))
                .anyMatch(row -> row.startsWith("denied probe.reading organisation:" + ProbeRegister.OSLO));
        assertThat(audited("9999")).isEmpty();
    }

    @Test
    void aRepresentativeActsInItsTaskAndIsElseRefusedWhateverItAsksFor() {
        var supplier = issuer.organisationToken(SUPPLIER, READ);
        acting(supplier, "5001", "5001").statusCode(200);
        acting(supplier, "5001", "0301").statusCode(404);
        for (var asked : List.of("0301", "5001", "9999")) {
            acting(supplier, "0301", asked).statusCode(403);
            acting(supplier, "zzzz", asked).statusCode(403);
        }
        // The rights of the supplier in a token are not those of its consumer.
        acting(issuer.delegatedToken(ProbeRegister.OSLO, SUPPLIER, READ), "5001", "5001")
                .statusCode(403);
        municipality(issuer.delegatedToken(ProbeRegister.OSLO, SUPPLIER, READ), "0301")
                .statusCode(200);
    }

    @Test
    void aCountyGovernorSeesItsCountiesAndWithoutAnyNothing() {
        county(List.of("50", "18")).forEach(token -> municipality(token, "5001").statusCode(200));
        county("50").forEach(token -> municipality(token, "5001").statusCode(200));
        county("50").forEach(token -> municipality(token, "0301").statusCode(404));
        for (var odd : List.of("", " ", "5", "5001", "%", "xx", 50, List.of(), List.of(50), List.of("5"))) {
            county(odd).forEach(token -> {
                municipality(token, "5001").statusCode(404);
                municipality(token, "0301").statusCode(404);
            });
        }
    }

    private List<String> county(Object claim) {
        return List.of(issuer.tokenWith(
                LocalIssuer.STAFF,
                Map.of("sub", "gov", "aud", "opptrapping", "roles", List.of("county-governor"), "county", claim)));
    }

    @Test
    void aSystemUserActsForItsOrganisationWithItsSupplierAndSystemInTheAuditLog() throws SQLException {
        var claims = new HashMap<>(consumer("0192:" + SUPPLIER, AUTHORITY));
        claims.put("authorization_details", List.of(systemUser("0192:" + TRONDHEIM)));
        var token = issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims);
        who(token).statusCode(200).body("name", equalTo("organisation:" + TRONDHEIM));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"text\":\"decided-by-system\",\"percent\":1}")
                .post("/probe/decisions")
                .then()
                .statusCode(204);
        assertThat(audited("decided-by-system"))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("organisation:" + TRONDHEIM, SUPPLIER);
        assertThat(detailsOf("decided-by-system"))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("310332291_system");

        for (var odd : List.of(
                List.of(systemUser(TRONDHEIM)),
                List.of(systemUser("0192:" + TRONDHEIM), systemUser("0192:" + SUPPLIER)),
                List.of(Map.of("type", "urn:altinn:systemuser")))) {
            claims.put("authorization_details", odd);
            who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).statusCode(401);
        }
        claims.put("authorization_details", List.of(Map.of("type", "ansattporten:altinn:resource")));
        who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).body("name", equalTo("organisation:" + SUPPLIER));
    }

    private static Map<String, Object> systemUser(String organisation) {
        return Map.of(
                "type",
                "urn:altinn:systemuser",
                "systemuser_org",
                Map.of("authority", AUTHORITY, "ID", organisation),
                "systemuser_id",
                List.of("a2c5"),
                "system_id",
                "310332291_system");
    }

    @Test
    void anOddSupplierOrAnotherAudienceIsRefused() {
        for (var odd : List.of(
                "x", List.of(), Map.of(), party("0192:" + SUPPLIER, "x"), party("0192:" + SUPPLIER + " ", AUTHORITY))) {
            var claims = new HashMap<>(consumer("0192:" + TRONDHEIM, AUTHORITY));
            claims.put("supplier", odd);
            who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).statusCode(401);
        }
        for (var audience : Map.of("opptrapping", 200, "another", 401).entrySet()) {
            var claims = new HashMap<>(consumer("0192:" + TRONDHEIM, AUTHORITY));
            claims.put("aud", audience.getKey());
            who(issuer.tokenWith(LocalIssuer.MASKINPORTEN, claims)).statusCode(audience.getValue());
        }
    }

    @Test
    void aTokenThatOnlyTellsWhoSomebodyIsGivesNoAccess() {
        for (var more : List.<Map<String, Object>>of(
                Map.of("at_hash", "x"), Map.of("nonce", "n"), Map.of("typ", "ID"), Map.of("c_hash", "x"))) {
            var claims = new HashMap<String, Object>(
                    Map.of("sub", "kari", "aud", "opptrapping", "roles", List.of("adviser")));
            claims.putAll(more);
            who(issuer.tokenWith(LocalIssuer.STAFF, claims)).statusCode(401);
        }
        who(issuer.tokenWith(
                        LocalIssuer.STAFF,
                        Map.of(
                                "sub",
                                "kari",
                                "aud",
                                "opptrapping",
                                "roles",
                                List.of("adviser"),
                                "typ",
                                "Bearer",
                                "nonce",
                                "n")))
                .statusCode(200);
    }

    private static ValidatableResponse municipality(String token, String number) {
        return given().auth()
                .oauth2(token)
                .get("/probe/municipalities/" + number)
                .then();
    }

    private static ValidatableResponse acting(String token, String named, String asked) {
        return given().auth()
                .oauth2(token)
                .header("Acting-For", named)
                .get("/probe/municipalities/" + asked)
                .then();
    }

    private double unauthenticated() {
        return metrics.find("opptrapping.access.unauthenticated").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<String> subjectsOf(String actor) throws SQLException {
        return column("select subject from audit_entry where actor = ?", actor);
    }

    private List<String> detailsOf(String subject) throws SQLException {
        return column("select details::text from audit_entry where subject = ?", subject);
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

    private static ValidatableResponse whoOfTheNation(String token) {
        return given().auth().oauth2(token).get("/probe/who-of-the-nation").then();
    }

    private static ValidatableResponse who(String token) {
        return given().auth().oauth2(token).get("/probe/who").then();
    }

    private List<String> audited(String subject) throws SQLException {
        return column(
                "select concat_ws(' ', kind, what, actor, supplier, correlation_id) from audit_entry"
                        + " where subject = ? order by id",
                subject);
    }

    private List<String> column(String query, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setString(1, parameter);
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
