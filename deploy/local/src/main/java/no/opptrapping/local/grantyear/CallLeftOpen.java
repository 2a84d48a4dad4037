package no.opptrapping.local.grantyear;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the year after that nobody has applied to: what somebody who tries the API goes through, with the page about
 * calling it.
 */
final class CallLeftOpen {
    private static final long APPROPRIATION = 5_000_000;

    private final Stage stage;

    CallLeftOpen(Stage stage) {
        this.stage = stage;
    }

    void announce() {
        var year = stage.year() + 1;
        var preparation = new Preparation(stage);
        var line = StateBudget.read().of(stage.year());
        var schemeId = preparation.scheme("nye-tiltak", "earmarked", line.chapter(), line.item(), NAME);
        preparation.appropriate(
                schemeId, year, APPROPRIATION, "Illustrasjon: en utlysning å prøve på", Optional.empty());
        preparation.call(new Preparation.NewCall(
                "call-left-open", schemeId, NAME, LocalDate.of(year, 3, 10), LocalDate.of(year, 4, 10), APPROPRIATION));
        stage.tell("step.left-open", year);
    }

    private static final Map<String, String> NAME = Map.of(
            "nb", "Nye tiltak i kommunalt rusarbeid (utlysning å prøve på)",
            "nn", "Nye tiltak i kommunalt rusarbeid (utlysing å prøve på)",
            "en", "New measures in municipal substance-use work (a call to try)");
}
