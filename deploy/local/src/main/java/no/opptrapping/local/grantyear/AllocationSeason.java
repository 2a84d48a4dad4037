package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** March: the applications are assessed and ranked, and the money is divided: by rank, then the rest by criteria. */
final class AllocationSeason {
    private static final long FLOOR_PER_MUNICIPALITY = 100_000;
    private static final int ROUNDING_UNIT = 1_000;
    private static final int REJECTED_OF_A_HUNDRED = 4;
    /** Of those of 18 to 66 years, of children, and of the older. */
    private static final List<String> WEIGHTS = List.of("0.7", "0.2", "0.1");

    private static final Map<String, String> WRONG_WEIGHTS = Map.of(
            "nb", "Vektene for barn og for eldre var byttet om.",
            "nn", "Vektene for barn og for eldre var bytte om.",
            "en", "The weights of children and of older people had changed places.");

    private final Stage stage;
    private final Prepared prepared;

    AllocationSeason(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    /** The two adopted runs, first the one by application. */
    @CanIgnoreReturnValue
    List<JsonNode> run() {
        stage.morningOf(stage.on(3, 3));
        stage.tell("step.assessed", assess(Who.ADVISER, "", _ -> true));
        var byRank = adopted("by-application", Map.of("amount", prepared.callBudget()), byApplication());
        var left = prepared.appropriation() - byRank.path("sum").asLong();
        var byCriteria = adopted("by-criteria", Map.of("amount", left), byCriteria(WEIGHTS));
        return List.of(byRank, byCriteria);
    }

    /**
     * What county governors do not decide: by criteria too, with the weights of two of them in each other's place, which
     * is seen and put right before anybody has answered.
     */
    void divideTheRestAndCorrectIt(long amount) {
        var budget = Map.<String, Object>of("amount", amount);
        var wrong = adopted("by-criteria", budget, byCriteria(List.of(WEIGHTS.get(0), WEIGHTS.get(2), WEIGHTS.get(1))));
        var runs = new Runs(stage);
        var body = runs.body("by-criteria-corrected", prepared.schemeId(), ROUNDING_UNIT, budget, byCriteria(WEIGHTS));
        body.put(
                "correction",
                Map.of("runId", wrong.path("id").asText(), "reason", WRONG_WEIGHTS, "paidPart", "settle"));
        stage.morningOf(stage.on(3, 14));
        runs.toldOf("by-criteria-corrected", runs.byTwo("by-criteria-corrected", Runs.DIRECTORATE, body));
    }

    private record Assessed(JsonNode application, int score, boolean rejected, long amount) {}

    /**
     * Assesses and ranks those that the person sees and that are to be decided, each with a score and an amount that its
     * host's number draws.
     *
     * @param prefix of the scores' draw: whoever assesses draws for themselves
     * @param isOfRound which hosts' applications
     * @return how many were assessed
     */
    @CanIgnoreReturnValue
    int assess(Who by, String prefix, Predicate<String> isOfRound) {
        var random = new SplittableRandom(stage.seed() + 1 + prefix.hashCode());
        var path = "/v1/applications?status=submitted&callId=" + prepared.callId();
        var assessed = new ArrayList<Assessed>();
        for (var application : inOrder(stage.grants().all(by, path))) {
            if (!isOfRound.test(host(application))) {
                continue;
            }
            var score = 40 + random.nextInt(56);
            var rejected = random.nextInt(100) < REJECTED_OF_A_HUNDRED;
            var asked = application.path("asked").asLong();
            var granted = asked * (80 + random.nextInt(21)) / 100 / ROUNDING_UNIT * ROUNDING_UNIT;
            assessed.add(new Assessed(application, score, rejected, rejected ? 0 : granted));
        }
        assessed.sort(
                Comparator.comparingInt(Assessed::score).reversed().thenComparing(row -> host(row.application())));
        var ranks = IntStream.range(0, assessed.size()).boxed().toList();
        stage.eachOf(ranks, index -> assess(by, assessed.get(index), index + 1));
        return assessed.size();
    }

    private static List<JsonNode> inOrder(List<JsonNode> applications) {
        return applications.stream()
                .sorted(Comparator.comparing(AllocationSeason::host))
                .toList();
    }

    private static String host(JsonNode application) {
        return application.path("host").path("number").asText();
    }

    private JsonNode assess(Who by, Assessed assessed, int rank) {
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
        return stage.grants().post(by, "/v1/assessments", key, body).expect(201);
    }

    private Map<String, Object> byApplication() {
        return Map.of("kind", "application", "callId", prepared.callId(), "rule", "ranked", "tieRule", "earliest");
    }

    private static Map<String, Object> byCriteria(List<String> weights) {
        return Map.of(
                "kind",
                "objective",
                "weights",
                List.of(
                        Map.of("indicator", "population-18-66", "weight", weights.get(0)),
                        Map.of("indicator", "population-0-17", "weight", weights.get(1)),
                        Map.of("indicator", "population-67-plus", "weight", weights.get(2))),
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
