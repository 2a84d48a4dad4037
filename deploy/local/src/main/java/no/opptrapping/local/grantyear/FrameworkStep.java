package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** The year after: the same sum becomes part of the framework grant, by an illustrative key, with the guarantee. */
final class FrameworkStep {
    /** The state's own threshold of the income guarantee since 2018, kroner per inhabitant. */
    private static final String GUARANTEE_THRESHOLD = "400";

    private final Stage stage;
    private final Prepared prepared;

    FrameworkStep(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
    }

    /** The adopted run of the year after. */
    JsonNode run() {
        stage.morningOf(LocalDate.of(stage.year() + 1, 3, 10));
        var preparation = new Preparation(stage);
        var schemeId = preparation.scheme("rammetilskudd", "framework", "571", "60", NAME);
        var year = stage.year() + 1;
        preparation.appropriate(
                schemeId,
                year,
                prepared.appropriation(),
                "Illustrasjon: samme sum som året før",
                Optional.of(prepared.schemeId()));
        var model = Map.<String, Object>of(
                "kind", "incorporation",
                "fromSchemeId", prepared.schemeId(),
                "fromYear", stage.year(),
                "weights",
                        List.of(
                                Map.of("indicator", "population-18-66", "weight", "0.6"),
                                Map.of("indicator", "population-0-17", "weight", "0.25"),
                                Map.of("indicator", "population-67-plus", "weight", "0.15")),
                "normalise", false,
                "guarantee", Map.of("variant", "state", "threshold", GUARANTEE_THRESHOLD));
        return new Runs(stage)
                .simulatedAndAdopted(
                        "framework-key", schemeId, year, 1, Map.of("amount", prepared.appropriation()), model);
    }

    /** The run that an earlier playing of the scenario adopted. */
    String known() {
        var schemeId = new Preparation(stage).knownScheme("rammetilskudd");
        var path = "/v1/allocation-runs?status=adopted&schemeId=" + schemeId + "&year=" + (stage.year() + 1);
        return stage.grants().all(Who.ADVISER, path).stream()
                .findFirst()
                .orElseThrow(() -> new ScenarioFailure("No adopted run took the money into the framework grant."))
                .path("id")
                .asText();
    }

    private static final Map<String, String> NAME = Map.of(
            "nb", "Rammetilskudd, innlemmet rusarbeid (illustrasjon)",
            "nn", "Rammetilskot, innlemma rusarbeid (illustrasjon)",
            "en", "Framework grant, incorporated substance-use work (illustration)");
}
