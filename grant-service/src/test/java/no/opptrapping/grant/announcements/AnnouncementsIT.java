package no.opptrapping.grant.announcements;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.forecast;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import no.opptrapping.grant.testing.SubmittedApplications;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A call is known beforehand, and keeps its identity in calendar, feed and CommonGrants from the forecast on. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AnnouncementsIT extends SubmittedApplications {
    @Test
    void aForecastIsPublicChangesAndComesTrueOnce() {
        var id = forecasted();
        given().get("/v1/forecasts/" + id)
                .then()
                .statusCode(200)
                .body("lastDay", equalTo("2026-03-01"))
                .body("lastTime", equalTo("24:00"));
        given().get("/v1/forecasts?limit=500").then().body("items.id", hasItem(id));
        var changed = forecast(scheme);
        changed.put("opensOn", "2026-01-20");
        put(id, "\"7\"", changed).statusCode(412);
        put(id, "\"1\"", changed).statusCode(200).body("opensOn", equalTo("2026-01-20"));
        changed.put("year", 2027);
        put(id, "\"2\"", changed).statusCode(422);

        var made = call(scheme);
        made.put("year", 2026);
        made.put("opensOn", "2026-01-20");
        made.put("deadline", "2026-03-02T00:00:00+01:00");
        made.put("forecastId", id);
        post(adviser(), "/v1/calls", made).statusCode(201).body("id", equalTo(id));
        post(adviser(), "/v1/calls", made).statusCode(422).body("errors.code", contains("call.forecast-made-already"));
        given().get("/v1/calls/" + id).then().statusCode(404);
        given().get("/v1/forecasts?limit=500").then().body("items.id", hasItem(id));
        post(leader(), "/v1/calls/" + id + "/announcement").statusCode(201);
        given().get("/v1/calls/" + id).then().statusCode(200);
        given().get("/v1/forecasts?limit=500").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void aForecastThatIsWithdrawnComesToNothing() {
        var id = forecasted();
        withdraw(id).statusCode(201);
        withdraw(id).statusCode(409).body("type", endsWith("call.forecast-withdrawn"));
        var made = call(scheme);
        made.put("year", 2026);
        made.put("forecastId", id);
        post(adviser(), "/v1/calls", made).statusCode(422).body("errors.code", contains("call.forecast-unknown"));
        given().get("/common-grants/opportunities/" + id)
                .then()
                .body("data.status.value", equalTo("custom"))
                .body("data.status.customValue", equalTo("withdrawn"));
    }

    @Test
    void ofManyThatWithdrawOneForecastAtOnceOneDoes() throws Exception {
        var id = forecasted();
        assertThat(atOnce(8, () -> withdraw(id))).containsOnly(Map.entry(201, 1L), Map.entry(409, 7L));
    }

    @Test
    void whoeverIsDisqualifiedForecastsNothing() {
        disqualified("adviser-1");
        post(adviser(), "/v1/forecasts", forecast(scheme)).statusCode(403);
    }

    @Test
    void answersArePublishedForEverybodyWithoutWhoAsked() {
        var answers = "/v1/calls/" + call + "/answers";
        var body = Map.of("question", "Kan en stilling deles?", "answer", "Ja.");
        post(adviser(), answers, body).statusCode(201);
        given().get(answers)
                .then()
                .statusCode(200)
                .body("items.question", contains("Kan en stilling deles?"))
                .body("items.answer", contains("Ja."));
        var draft = post(adviser(), "/v1/calls", call(scheme)).extract().<String>path("id");
        post(adviser(), "/v1/calls/" + draft + "/answers", body)
                .statusCode(409)
                .body("type", endsWith("call.answer-before-announcement"));
        disqualified("adviser-1");
        post(adviser(), answers, body).statusCode(403);
    }

    @Test
    void theCalendarHasTheFirstAndTheLastDayAndGrowsByEachChange() throws Exception {
        var id = forecasted();
        assertThat(shown(id, "deadline"))
                .containsExactly("2026-03-01", "TENTATIVE", "1", "Expected deadline at 24:00: Utlysning 2026");
        assertThat(shown(call, "deadline"))
                .containsExactly("2025-03-01", "CONFIRMED", "2", "Deadline at 23:59:59: Utlysning 2025");
        assertThat(shown(call, "opening").getFirst()).isEqualTo("2025-01-15");
        change("extension", Map.of("deadline", "2025-03-05T12:00:00+01:00", "reason", "Snø, regn; og \"vind\".\nMye."));
        assertThat(shown(call, "deadline"))
                .containsExactly("2025-03-05", "CONFIRMED", "3", "Deadline at 12:00: Utlysning 2025");
        change("cancellation", Map.of("reason", "Ingen bevilgning."));
        assertThat(shown(call, "deadline").get(1)).isEqualTo("CANCELLED");
        given().get("/v1/calls/calendar?language=xx").then().statusCode(400);
    }

    @Test
    void theFeedTellsWhatWasAnnouncedChangedAndCalledOff() {
        given().header("Accept-Language", "nn")
                .get("/v1/calls/feed")
                .then()
                .statusCode(200)
                .contentType("application/atom+xml")
                .body("feed.title", equalTo("Utlysingar frå Helsedirektoratet"))
                .body("feed.entry.find { it.id == 'urn:uuid:" + call + "' }.title", equalTo("Utlyst: Utlysning 2025"));
        world.itIs(OPEN.plusSeconds(60));
        change(
                "correction",
                Map.of("title", Map.of("nb", "A <& B", "nn", "A <& B", "en", "A <& B"), "reason", "Feil."));
        given().get("/v1/calls/feed?language=nb")
                .then()
                .body("feed.entry.find { it.id == 'urn:uuid:" + call + "' }.title", equalTo("Endret: A <& B"));
    }

    @Test
    void commonGrantsHasThemAsOpportunities() {
        given().header("Accept-Language", "en")
                .get("/common-grants/opportunities/" + call)
                .then()
                .statusCode(200)
                .body("status", equalTo(200))
                .body("data.status.value", equalTo("open"))
                .body("data.funding.totalAmountAvailable.amount", equalTo("10000000"))
                .body("data.funding.totalAmountAvailable.currency", equalTo("NOK"))
                .body("data.keyDates.closeDate.date", equalTo("2025-03-01"))
                .body("data.keyDates.closeDate.time", equalTo("23:59:59"))
                .body("data.acceptedApplicantTypes.value", contains("government_municipal"));
        given().get("/common-grants/opportunities/" + UUID.randomUUID()).then().statusCode(404);
        given().get("/common-grants/opportunities?page=1&pageSize=1")
                .then()
                .statusCode(200)
                .body("paginationInfo.pageSize", equalTo(1))
                .body("items.size()", equalTo(1));
        given().get("/common-grants/opportunities?page=0").then().statusCode(422);
        world.itIs(Instant.parse("2025-03-01T23:00:00Z"));
        given().get("/common-grants/opportunities/" + call).then().body("data.status.value", equalTo("closed"));
    }

    @Test
    void opportunitiesAreSearchedAndWhatCannotBeDoneIsTold() {
        var word = "Ord" + UUID.randomUUID();
        var body = call(scheme);
        body.put("title", Map.of("nb", word, "nn", word, "en", word));
        world.itIs(World.BEGINNING);
        var scheduled = announced(body);
        search(Map.of(
                        "search", word.toLowerCase(Locale.ROOT),
                        "filters",
                                Map.of(
                                        "status", Map.of("operator", "in", "value", List.of("forecasted")),
                                        "closeDateRange",
                                                Map.of(
                                                        "operator",
                                                        "between",
                                                        "value",
                                                        Map.of("min", "2025-03-01", "max", "2025-03-01")),
                                        "totalFundingAvailableRange", money("NOK"),
                                        "maxAwardAmountRange", money("NOK")),
                        "sorting", Map.of("sortBy", "keyDates.closeDate", "sortOrder", "asc"),
                        "pagination", Map.of("page", 1, "pageSize", 10)))
                .body("items.id", contains(scheduled))
                .body("sortInfo.sortBy", equalTo("keyDates.closeDate"))
                .body("filterInfo.filters.status.operator", equalTo("in"))
                .body("filterInfo.errors.size()", equalTo(1));
        search(Map.of(
                        "search",
                        word,
                        "filters",
                        Map.of("status", Map.of("operator", "notIn", "value", List.of("forecasted")))))
                .body("items.size()", equalTo(0));
        search(Map.of("search", word, "filters", Map.of("totalFundingAvailableRange", money("USD"))))
                .body("items.size()", equalTo(1))
                .body("filterInfo.errors.size()", equalTo(1));
        search(Map.of("search", word, "sorting", Map.of("sortBy", "custom")))
                .body("sortInfo.sortBy", equalTo("lastModifiedAt"))
                .body("sortInfo.errors.size()", equalTo(1));
        given().contentType("application/json")
                .body(Map.of("pagination", Map.of("page", 0)))
                .post("/common-grants/opportunities/search")
                .then()
                .statusCode(422);
    }

    private static Map<String, Object> money(String currency) {
        return Map.of(
                "operator",
                "between",
                "value",
                Map.of(
                        "min", Map.of("amount", "9000000.50", "currency", currency),
                        "max", Map.of("amount", "10000000", "currency", currency)));
    }

    private static ValidatableResponse search(Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/common-grants/opportunities/search")
                .then()
                .statusCode(200);
    }

    /** Day, status, sequence and text of an event of the calendar in English. */
    private static List<String> shown(String id, String what) throws Exception {
        var text = given().get("/v1/calls/calendar?language=en")
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .extract()
                .asString();
        var event = new CalendarBuilder()
                .build(new StringReader(text)).getComponents(Component.VEVENT).stream()
                        .map(VEvent.class::cast)
                        .filter(one ->
                                one.getUid().orElseThrow().getValue().equals(id + "-" + what + "@opptrapping.no"))
                        .findFirst()
                        .orElseThrow();
        return List.of(
                event.getDateTimeStart().getDate().toString(),
                event.getStatus().getValue(),
                Integer.toString(event.getSequence().getSequenceNo()),
                event.getSummary().getValue());
    }

    private String forecasted() {
        return post(adviser(), "/v1/forecasts", forecast(scheme))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse put(String id, String version, Map<String, Object> body) {
        return adviser()
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .put("/v1/forecasts/" + id)
                .then();
    }

    private ValidatableResponse withdraw(String id) {
        return post(adviser(), "/v1/forecasts/" + id + "/withdrawal", Map.of("reason", "Ingen bevilgning."));
    }

    private void change(String what, Map<String, Object> body) {
        post(leader(), "/v1/calls/" + call + "/" + what, body).statusCode(201);
    }
}
