package no.opptrapping.platform.testing;

import static io.restassured.RestAssured.given;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Callers of every kind, each with a real token of the local issuer: the headers that say who they are. */
public final class AccessCallers {
    private static final String OF_MUNICIPALITIES = "hdir:tilskudd/kommune.read hdir:tilskudd/kommune.write";
    private static final String INTERNAL = "hdir:tilskudd/intern.read hdir:tilskudd/intern.write";

    private AccessCallers() {}

    /**
     * The organisations of a test's world.
     *
     * @param municipality the organisation number of the one whose things are asked for
     * @param number its municipality number, that others act for
     * @param participant the organisation number of one that shares in what is joint
     * @param another of one that has nothing to do with the things
     * @param trusted of one that may act for the municipality in everything
     * @param untrusted of one that may not
     * @param county the number of the municipality's county
     * @param anotherCounty the number of a county that it does not lie in
     * @param system of one of the Directorate's own systems
     */
    public record Parties(
            String municipality,
            String number,
            String participant,
            String another,
            String trusted,
            String untrusted,
            String county,
            String anotherCounty,
            String system) {}

    /** The headers of each kind of caller. */
    public static Map<AccessCaller, Map<String, String>> of(String issuer, Parties parties) {
        var headers = new EnumMap<AccessCaller, Map<String, String>>(AccessCaller.class);
        for (var caller : AccessCaller.values()) {
            headers.put(caller, headers(issuer, parties, caller));
        }
        return headers;
    }

    private static Map<String, String> headers(String issuer, Parties parties, AccessCaller caller) {
        return switch (caller) {
            case NOBODY -> Map.of();
            case MUNICIPALITY -> organisation(issuer, parties.municipality(), OF_MUNICIPALITIES);
            case PARTICIPANT -> organisation(issuer, parties.participant(), OF_MUNICIPALITIES);
            case ANOTHER_MUNICIPALITY -> organisation(issuer, parties.another(), OF_MUNICIPALITIES);
            case ACTING_WITH_THE_RIGHT ->
                actingFor(parties.number(), organisation(issuer, parties.trusted(), OF_MUNICIPALITIES));
            case ACTING_WITHOUT_THE_RIGHT ->
                actingFor(parties.number(), organisation(issuer, parties.untrusted(), OF_MUNICIPALITIES));
            case COUNTY_GOVERNOR -> person(issuer, "county-governor", parties.county());
            case ANOTHER_COUNTY_GOVERNOR -> person(issuer, "county-governor", parties.anotherCounty());
            case ADVISER, DECISION_MAKER, CONTROLLER, ADMINISTRATOR, MINISTRY -> person(issuer, caller.column(), "");
            case INTERNAL -> organisation(issuer, parties.system(), INTERNAL);
        };
    }

    private static Map<String, String> actingFor(String number, Map<String, String> headers) {
        var acting = new HashMap<>(headers);
        acting.put("Acting-For", number);
        return acting;
    }

    private static Map<String, String> organisation(String issuer, String organisation, String scopes) {
        return bearer(
                issuer + "/maskinporten/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "access-test",
                        "client_secret", "local",
                        "scope", scopes,
                        "consumer_org", organisation));
    }

    private static Map<String, String> person(String issuer, String role, String county) {
        var form = new HashMap<>(Map.of("grant_type", "password", "username", "one-" + role + county, "roles", role));
        if (!county.isEmpty()) {
            form.put("county", county);
        }
        return bearer(issuer + "/staff/token", form);
    }

    private static Map<String, String> bearer(String address, Map<String, String> form) {
        var token = given().formParams(form)
                .post(address)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        return Map.of("Authorization", "Bearer " + token);
    }
}
