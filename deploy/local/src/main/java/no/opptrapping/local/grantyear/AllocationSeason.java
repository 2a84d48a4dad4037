package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** March: the applications are assessed and ranked, and the money is divided: by rank, then the rest by criteria. */
final class AllocationSeason {
    private static final long FLOOR_PER_MUNICIPALITY = 100_000;
    private static final int ROUNDING_UNIT = 1_000;
    private static final int REJECTED_OF_A_HUNDRED = 4;

    private final Stage stage;
    private final Prepared prepared;
    private final SplittableRandom random;

    AllocationSeason(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
        random = new SplittableRandom(stage.seed() + 1);
    }

    /** The two adopted runs, first the one by application. */
    @CanIgnoreReturnValue
    List<JsonNode> run() {
        stage.morningOf(stage.on(3, 3));
        assess();
        var byRank = adopted("by-application", Map.of("amount", prepared.callBudget()), byApplication());
        var left = prepared.appropriation() - byRank.path("sum").asLong();
        var byCriteria = adopted("by-criteria", Map.of("amount", left), byCriteria());
        return List.of(byRank, byCriteria);
    }

    private record Assessed(JsonNode application, int score, boolean rejected, long amount) {}

    private void assess() {
        var path = "/v1/applications?status=submitted&callId=" + prepared.callId();
        var assessed = new ArrayList<Assessed>();
        for (var application : inOrder(stage.grants().all(Who.ADVISER, path))) {
            var score = 40 + random.nextInt(56);
            var rejected = random.nextInt(100) < REJECTED_OF_A_HUNDRED;
            var asked = application.path("asked").asLong();
            var granted = asked * (80 + random.nextInt(21)) / 100 / ROUNDING_UNIT * ROUNDING_UNIT;
            assessed.add(new Assessed(application, score, rejected, rejected ? 0 : granted));
        }
        assessed.sort(
                Comparator.comparingInt(Assessed::score).reversed().thenComparing(row -> host(row.application())));
        var ranks = IntStream.range(0, assessed.size()).boxed().toList();
        stage.eachOf(ranks, index -> assess(assessed.get(index), index + 1));
        stage.tell("step.assessed", assessed.size());
    }

    private static List<JsonNode> inOrder(List<JsonNode> applications) {
        return applications.stream()
                .sorted(Comparator.comparing(AllocationSeason::host))
                .toList();
    }

    private static String host(JsonNode application) {
        return application.path("host").path("number").asText();
    }

    private JsonNode assess(Assessed assessed, int rank) {
        var body = new LinkedHashMap<String, Object>();
        body.put("applicationId", assessed.application().path("id").asText());
        body.put("assessedAmount", assessed.amount());
        body.put("score", Integer.toString(assessed.score()));
        body.put("rank", rank);
        body.put("recommendation", assessed.rejected() ? "reject" : "approve");
        if (assessed.rejected()) {
            body.put("rejectionReason", SchemeTerms.NO_PLAN);
        }
        body.put("reasons", "Oppdiktet vurdering: behov, plan og forankring gir " + assessed.score() + " poeng.");
        var key = stage.key("assessment-" + host(assessed.application()));
        return stage.grants().post(Who.ADVISER, "/v1/assessments", key, body).expect(201);
    }

    private Map<String, Object> byApplication() {
        return Map.of("kind", "application", "callId", prepared.callId(), "rule", "ranked", "tieRule", "earliest");
    }

    private static Map<String, Object> byCriteria() {
        return Map.of(
                "kind",
                "objective",
                "weights",
                List.of(
                        Map.of("indicator", "population-18-66", "weight", "0.7"),
                        Map.of("indicator", "population-0-17", "weight", "0.2"),
                        Map.of("indicator", "population-67-plus", "weight", "0.1")),
                "normalise",
                false,
                "floorPerMunicipality",
                FLOOR_PER_MUNICIPALITY);
    }

    /** Simulated by the adviser, who is refused when trying to adopt it; adopted by the decision-maker. */
    private JsonNode adopted(String code, Map<String, Object> budget, Map<String, Object> model) {
        return new Runs(stage)
                .simulatedAndAdopted(code, prepared.schemeId(), stage.year(), ROUNDING_UNIT, budget, model);
    }
}
