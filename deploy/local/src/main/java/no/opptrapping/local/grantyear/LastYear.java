package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.local.ScenarioFailure;

/**
 * The last of last year's money, to three municipalities, of which one reports late: what holds a payment of this year
 * until the report has come.
 */
final class LastYear {
    private static final long MONEY = 990_000;
    private static final int MUNICIPALITIES = 3;

    private final Stage stage;
    private final Places places;
    private final String schemeId;

    LastYear(Stage stage, Places places, String schemeId) {
        this.stage = stage;
        this.places = places;
        this.schemeId = schemeId;
    }

    /** Divided, accepted and paid in December. */
    void divide(Preparation preparation) {
        preparation.appropriate(
                schemeId, year(), MONEY, "Illustrasjon: det siste av fjorårets midler", Optional.empty());
        var pot = Map.of(
                "name",
                "Fjorårets midler",
                "budget",
                Map.of("rest", true),
                "eligible",
                Map.of("municipalities", those().stream().map(Place::number).toList()),
                "model",
                Map.of(
                        "kind",
                        "objective",
                        "weights",
                        List.of(Map.of("indicator", "population", "weight", "1")),
                        "floorPerMunicipality",
                        MONEY / MUNICIPALITIES / 2));
        new Runs(stage).simulatedAndAdopted("last-year", schemeId, year(), 1_000, pot);
        var payouts = new Payouts(stage, schemeId);
        var path = "/v1/awards?year=" + year() + "&schemeId=" + schemeId;
        stage.eachOf(
                stage.grants().all(Who.ADVISER, path),
                award -> payouts.accept(
                        places.at(award.path("recipient").path("number").asText()), award));
        var batches = payouts.batches("last-year", year(), LocalDate.of(year(), 12, 12));
        stage.morningOf(LocalDate.of(year(), 12, 12));
        payouts.confirm(batches, "last-year", LocalDate.of(year(), 12, 12));
    }

    /** February: all report but one. */
    void reportAllButOne() {
        Patience.until("last year's reports are open", () -> reports().size() == MUNICIPALITIES);
        stage.morningOf(stage.on(2, 25));
        those().subList(1, MUNICIPALITIES).forEach(this::report);
    }

    /** September: the one whose payment is held reports, and the hold is gone by itself. */
    Place reportLate() {
        var late = those().getFirst();
        if (!isHeld(late) && Reporter.isToFillIn(reportOf(late))) {
            throw new ScenarioFailure("Nothing of " + late.name() + " is held, although its report is overdue.");
        }
        report(late);
        Patience.until("the payments of " + late.name() + " are released", () -> !isHeld(late));
        return late;
    }

    private boolean isHeld(Place place) {
        var report = reportOf(place).path("id").asText();
        return stage.grants().all(Who.CONTROLLER, "/v1/payment-holds").stream()
                .anyMatch(hold -> hold.path("reportId").asText().equals(report));
    }

    private void report(Place place) {
        var reporter = new Reporter(stage);
        var report = reportOf(place);
        var id = report.path("id").asText();
        if (Reporter.isToFillIn(report)) {
            reporter.fillIn(place.caller(), place, id, ReportForms::complete);
            reporter.submit(place.caller(), id, "report").expect(200, 201);
        }
        reporter.approve(id);
    }

    private JsonNode reportOf(Place place) {
        return reports().stream()
                .filter(one -> one.path("municipality").path("number").asText().equals(place.number()))
                .findFirst()
                .orElseThrow(() -> new ScenarioFailure(place.name() + " has no report of " + year() + "."));
    }

    private List<JsonNode> reports() {
        return stage.reporting().all(Who.CONTROLLER, "/v1/reports?year=" + year());
    }

    /** The last by number that can sign in: those that decline or do not answer this year are among the first. */
    private List<Place> those() {
        var all = places.all().stream().filter(Place::canSignIn).sorted().toList();
        return all.subList(all.size() - MUNICIPALITIES, all.size());
    }

    private int year() {
        return stage.year() - 1;
    }
}
