package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.opptrapping.local.ScenarioFailure;

/** The autumn before: the municipalities as they will be, the scheme, the Storting's money and the call. */
final class Preparation {
    private static final long MILLION = 1_000_000;

    private final Stage stage;

    Preparation(Stage stage) {
        this.stage = stage;
    }

    /** What the year is about: who there is, and which scheme and call. */
    record Prepared(Places places, String schemeId, String callId, long appropriation, long callBudget) {}

    Prepared prepare() {
        var line = StateBudget.read().of(stage.year());
        var places = places();
        stage.tell("step.municipalities", places.count(), stage.year());
        stage.morningOf(LocalDate.of(stage.year() - 1, 12, 2));
        var schemeId = registered("kommunalt-rusarbeid", "earmarked", line.chapter(), line.item(), SCHEME_NAME);
        new SchemeTerms(stage).write(schemeId);
        inForce("kommunalt-rusarbeid", schemeId);
        new LastYear(stage, places, schemeId).divide(this);
        stage.morningOf(LocalDate.of(stage.year() - 1, 12, 16));
        appropriate(schemeId, stage.year(), line.adopted(), "saldert budsjett, DFØ Statsregnskapet", Optional.empty());
        stage.morningOf(stage.on(1, 8));
        var budget = line.adopted() * percentByApplication() / 100 / MILLION * MILLION;
        var callId = call(
                new NewCall("call", schemeId, CALL_TITLE, stage.on(1, 8), stage.on(2, 20), budget, rounds()),
                new CallForm(stage)::draft);
        return new Prepared(places, schemeId, callId, line.adopted(), budget);
    }

    /** Where county governors decide: first those that carry something on, then those that begin. */
    private List<Map<String, Object>> rounds() {
        return switch (stage.model()) {
            case EARMARKED -> List.of();
            case FRAMES ->
                List.of(
                        Map.of(
                                "name",
                                Map.of("nb", "Videreføring", "nn", "Vidareføring", "en", "Continuations"),
                                "takes",
                                "continuations",
                                "expectedOn",
                                stage.on(3, 5).toString()),
                        Map.of(
                                "name",
                                Map.of("nb", "Nye tiltak", "nn", "Nye tiltak", "en", "New measures"),
                                "takes",
                                "new-measures",
                                "expectedOn",
                                stage.on(3, 10).toString()));
        };
    }

    /** Of the appropriation; county governors' offices apply a smaller part, for their frames do not follow who applies. */
    private int percentByApplication() {
        return switch (stage.model()) {
            case EARMARKED -> 45;
            case FRAMES -> 34;
        };
    }

    /** What an earlier run of the scenario prepared, found again by its scheme's code. */
    Prepared known() {
        var line = StateBudget.read().of(stage.year());
        var schemeId = knownScheme("kommunalt-rusarbeid");
        var call = stage.grants().all(Who.ADVISER, "/v1/calls?schemeId=" + schemeId).stream()
                .filter(row -> row.path("year").asInt() == stage.year())
                .findFirst()
                .orElseThrow(() -> new ScenarioFailure("The scheme has no call for " + stage.year() + "."));
        var budget = call.path("budget").asLong();
        return new Prepared(places(), schemeId, call.path("id").asText(), line.adopted(), budget);
    }

    String knownScheme(String code) {
        return stage.grants().all(Who.ADVISER, "/v1/schemes").stream()
                .filter(scheme -> scheme.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new ScenarioFailure("There is no scheme " + code + "."))
                .path("id")
                .asText();
    }

    static final Map<String, String> SCHEME_NAME =
            Map.of("nb", "Kommunalt rusarbeid", "nn", "Kommunalt rusarbeid", "en", "Municipal substance-use work");

    private Places places() {
        var date = stage.on(1, 1);
        var people = new HashMap<String, Long>();
        var path = "/v1/indicators/population/values?year=" + (stage.year() - 1) + "&structureDate=" + date;
        var values = stage.municipalities().get(Who.NOBODY, path).expect(200).path("items");
        values.forEach(
                row -> people.put(row.path("number").asText(), row.path("value").asLong()));
        return new Places(stage.municipalities().all(Who.NOBODY, "/v1/municipalities?date=" + date).stream()
                .map(row -> place(row, people))
                .sorted()
                .toList());
    }

    private static Place place(JsonNode row, Map<String, Long> people) {
        var number = row.path("number").asText();
        return new Place(
                number,
                row.path("name").asText(),
                row.path("county").path("number").asText(),
                Optional.ofNullable(row.path("organisationNumber").textValue()),
                people.getOrDefault(number, 0L));
    }

    /** A scheme with the usual rules, which another person has put in force. */
    String scheme(String code, String kind, String chapter, String item, Map<String, String> name) {
        return inForce(code, registered(code, kind, chapter, item, name));
    }

    private String registered(String code, String kind, String chapter, String item, Map<String, String> name) {
        var reporting = new LinkedHashMap<String, Object>();
        reporting.put("opens", "--01-15");
        reporting.put("due", "--03-01");
        reporting.put("form", "is-24-8");
        reporting.put("simpleBelow", 500_000);
        var scheme = new LinkedHashMap<String, Object>();
        scheme.put("code", code);
        scheme.put("name", name);
        scheme.put("purpose", PURPOSE);
        scheme.put("kind", kind);
        scheme.put("chapter", chapter);
        scheme.put("item", item);
        scheme.put("goals", PURPOSE);
        scheme.put("targetGroup", TARGET_GROUP);
        scheme.put("criteria", CRITERIA);
        scheme.put("reporting", reporting);
        scheme.put(
                "contact",
                Map.of("name", "Tilskuddsenheten", "email", "tilskudd@directorate.example", "phone", "+4721000001"));
        return stage.grants()
                .post(Who.ADVISER, "/v1/schemes", stage.key("scheme-" + code), scheme)
                .expect(201)
                .path("id")
                .asText();
    }

    @CanIgnoreReturnValue
    private String inForce(String code, String id) {
        stage.grants()
                .post(
                        Who.DECISION_MAKER,
                        "/v1/schemes/" + id + "/versions/1/entry-into-force",
                        stage.key("rules-" + code),
                        Map.of())
                .expect(201);
        return id;
    }

    void appropriate(String schemeId, int year, long amount, String source, Optional<String> incorporatedFrom) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemeId", schemeId);
        body.put("year", year);
        body.put("amount", amount);
        body.put("source", source);
        incorporatedFrom.ifPresent(from -> body.put("incorporatedFrom", from));
        var id = stage.grants()
                .post(Who.ADVISER, "/v1/appropriations", stage.key("appropriation-" + year + "-" + schemeId), body)
                .expect(201)
                .path("id")
                .asText();
        stage.grants()
                .post(
                        Who.DECISION_MAKER,
                        "/v1/appropriations/" + id + "/approval",
                        stage.key("appropriation-approval-" + year + "-" + schemeId),
                        Map.of())
                .expect(201);
    }

    /**
     * A call that is made and announced.
     *
     * @param act what the keys of making it begin with
     * @param closes the last day, to its last minute; it is of the same year as the money
     * @param rounds in which its applications are decided; none: all at once
     */
    record NewCall(
            String act,
            String schemeId,
            Map<String, String> title,
            LocalDate opens,
            LocalDate closes,
            long budget,
            List<Map<String, Object>> rounds) {
        /** One that is decided as a whole. */
        NewCall(
                String act,
                String schemeId,
                Map<String, String> title,
                LocalDate opens,
                LocalDate closes,
                long budget) {
            this(act, schemeId, title, opens, closes, budget, List.of());
        }
    }

    @CanIgnoreReturnValue
    String call(NewCall call) {
        return call(call, _ -> {});
    }

    /** The same, with what is done between the two. */
    private String call(NewCall call, Consumer<String> beforeItIsAnnounced) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemeId", call.schemeId());
        body.put("year", call.opens().getYear());
        body.put("title", call.title());
        body.put("opensOn", call.opens().toString());
        body.put("deadline", Stage.lastMinuteOf(call.closes()));
        body.put("budget", call.budget());
        body.put("rule", "ranked");
        body.put("tieRule", "earliest");
        body.put("smallestUsefulAllowed", true);
        if (!call.rounds().isEmpty()) {
            body.put("rounds", call.rounds());
        }
        var callId = stage.grants()
                .post(Who.ADVISER, "/v1/calls", stage.key(call.act()), body)
                .expect(201)
                .path("id")
                .asText();
        beforeItIsAnnounced.accept(callId);
        var announcement = "/v1/calls/" + callId + "/announcement";
        stage.grants()
                .post(Who.DECISION_MAKER, announcement, stage.key(call.act() + "-announcement"), Map.of())
                .expect(200, 201);
        return callId;
    }

    private static final Map<String, String> PURPOSE = Map.of(
            "nb", "Å styrke kommunenes tjenester til personer med rusproblemer.",
            "nn", "Å styrkje tenestene i kommunane til personar med rusproblem.",
            "en", "To strengthen the municipalities' services to people with substance-use problems.");
    private static final Map<String, String> TARGET_GROUP = Map.of(
            "nb", "Personer med rusproblemer og deres pårørende.",
            "nn", "Personar med rusproblem og deira pårørande.",
            "en", "People with substance-use problems and those close to them.");
    private static final Map<String, String> CRITERIA = Map.of(
            "nb", "Søknader rangeres etter behov, plan og forankring; resten fordeles etter objektive kriterier.",
            "nn",
                    "Søknader blir rangerte etter behov, plan og forankring; resten blir fordelt etter objektive kriterium.",
            "en", "Applications are ranked by need, plan and commitment; the rest is divided by objective criteria.");
    static final Map<String, String> CALL_TITLE = Map.of(
            "nb", "Tilskudd til kommunalt rusarbeid",
            "nn", "Tilskot til kommunalt rusarbeid",
            "en", "Grants for municipal substance-use work");
}
