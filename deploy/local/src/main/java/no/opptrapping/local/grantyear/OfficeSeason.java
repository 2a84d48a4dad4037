package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/**
 * March, when county governors decide: the Directorate divides frames, each office assesses and decides its own
 * municipalities' applications in two rounds, and one offers what is declined down its reserve list. The Directorate
 * divides the rest by criteria, with weights that are put right by a correction.
 */
final class OfficeSeason {
    private static final int CONTINUATIONS = 1;
    private static final int NEW_MEASURES = 2;

    private final Stage stage;
    private final Prepared prepared;
    private final AllocationSeason season;
    private final List<Office> offices;

    OfficeSeason(Stage stage, Prepared prepared, AllocationSeason season) {
        this.stage = stage;
        this.prepared = prepared;
        this.season = season;
        this.offices = Office.on(stage.on(3, 1), stage);
    }

    void run() {
        stage.morningOf(stage.on(3, 3));
        new Frames(stage, prepared.schemeId()).divide(prepared);
        decide(CONTINUATIONS, Applicants::isContinuing);
        stage.morningOf(stage.on(3, 7));
        decide(NEW_MEASURES, host -> !Applicants.isContinuing(host));
        stage.morningOf(stage.on(3, 10));
        new Reserve(stage, prepared, offices).offerWhatIsDeclined();
        season.divideTheRestAndCorrectIt(prepared.appropriation() - prepared.callBudget());
    }

    /** Those of the round are assessed and decided while those of a later one are still unassessed. */
    private void decide(int round, Predicate<String> isOfRound) {
        var results = stage.eachOf(offices, office -> {
            season.assess(office.maker(), "round-" + round + "-" + office.id(), isOfRound);
            return decided(office, round);
        });
        stage.tell(
                "step.office-round",
                round,
                offices.size(),
                stage.texts()
                        .kroner(results.stream()
                                .mapToLong(run -> run.path("sum").asLong())
                                .sum()));
    }

    private JsonNode decided(Office office, int round) {
        var act = "round-" + round + "-" + office.id();
        var model = new LinkedHashMap<String, Object>();
        model.put("kind", "application");
        model.put("callId", prepared.callId());
        model.put("round", round);
        var runs = new Runs(stage);
        var body = runs.body("office", prepared.schemeId(), 1, Map.of("rest", true), model);
        body.put("countyGovernorOfficeId", office.id());
        return runs.byTwo(act, new Runs.Two(office.maker(), office.maker(), office.decider()), body);
    }
}
