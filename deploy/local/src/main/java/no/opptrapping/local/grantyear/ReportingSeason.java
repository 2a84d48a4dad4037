package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** The January and February after: reports open pre-filled, are filled in, controlled and approved; one never comes. */
final class ReportingSeason {
    private static final int FAULTY_EVERY = 11;
    private static final int NEVER_HANDED_IN = 7;
    private static final int RETURNED_ONCE = 20;

    /** The accounts that what was paid of an award is on, reported on or not. */
    private static final Set<String> PAID = Set.of("paid-unreported", "spent", "unspent");

    private final Stage stage;
    private final Prepared prepared;
    private final Places places;
    private final Reporter reporter;

    ReportingSeason(Stage stage, Prepared prepared) {
        this.stage = stage;
        this.prepared = prepared;
        this.places = prepared.places();
        this.reporter = new Reporter(stage);
    }

    /** How many reports should come when every paid municipality has one. */
    void run(int expected) {
        var opened = LocalDate.of(stage.year() + 1, 1, 20);
        Patience.until("all that was paid is known where it is reported", () -> paid() == knownAsPaid());
        stage.morningOf(opened);
        Patience.until("all " + expected + " reports are open", () -> reports().size() >= expected);
        var reports = reports();
        var callers = callers(opened);
        var order = IntStream.range(0, reports.size()).boxed().toList();
        stage.eachOf(order, index -> handIn(reports.get(index), index, callers));
        stage.morningOf(LocalDate.of(stage.year() + 1, 3, 2));
        var submitted = withStatus("submitted");
        stage.eachOf(submitted, report -> reporter.approve(report.path("id").asText()));
        stage.tell("step.reported", submitted.size(), reports.size());
    }

    private long paid() {
        var query = "/v1/ledger/accounts?schemeId=" + prepared.schemeId() + "&year=" + stage.year();
        var sum = 0L;
        for (var account : stage.grants().get(Who.CONTROLLER, query).expect(200).path("accounts")) {
            if (PAID.contains(account.path("account").asText())) {
                sum += account.path("balance").asLong();
            }
        }
        return sum;
    }

    private long knownAsPaid() {
        return stage.reporting()
                .get(Who.NOBODY, "/v1/statistics/money?by=country&year=" + stage.year())
                .expect(200)
                .path("total")
                .path("paid")
                .asLong();
    }

    private List<JsonNode> reports() {
        return stage.reporting().all(Who.CONTROLLER, "/v1/reports?year=" + stage.year()).stream()
                .sorted(Comparator.comparing(ReportingSeason::number))
                .toList();
    }

    private List<JsonNode> withStatus(String status) {
        return stage.reporting().all(Who.CONTROLLER, "/v1/reports?status=" + status + "&year=" + stage.year());
    }

    /** Who signs in for each municipality on the date, by its identity: after a merger the one that took over reports. */
    private Map<String, Who> callers(LocalDate on) {
        return stage.municipalities().all(Who.NOBODY, "/v1/municipalities?date=" + on).stream()
                .filter(municipality -> municipality.path("organisationNumber").isTextual())
                .collect(Collectors.toMap(
                        municipality -> municipality.path("municipalityId").asText(),
                        municipality -> new Who.Municipality(
                                municipality.path("organisationNumber").asText())));
    }

    private static String number(JsonNode report) {
        return report.path("municipality").path("number").asText();
    }

    private String handIn(JsonNode listed, int index, Map<String, Who> callers) {
        var id = listed.path("id").asText();
        var place = places.at(number(listed));
        var caller = callers.get(listed.path("bearerId").asText());
        if (index == NEVER_HANDED_IN || caller == null || !Reporter.isToFillIn(listed)) {
            return id;
        }
        if (index % FAULTY_EVERY == 0) {
            reporter.fillIn(caller, place, id, ReportForms::faulty);
            var faults =
                    reporter.submit(caller, id, "faulty-report").expect(422).path("errors");
            if (faults.size() < 2) {
                throw new ScenarioFailure("A report with two faults was refused with only these: " + faults);
            }
        }
        reporter.fillIn(caller, place, id, ReportForms::complete);
        reporter.submit(caller, id, "report").expect(200, 201);
        if (index == RETURNED_ONCE) {
            returnedAndCorrected(caller, place, id);
        }
        return id;
    }

    private void returnedAndCorrected(Who caller, Place place, String id) {
        var remark = Map.of("remarks", List.of(Map.of("pointer", "/manYears/0/value", "text", "Er tallet riktig?")));
        stage.reporting()
                .post(Who.CONTROLLER, "/v1/reports/" + id + "/return", stage.key("return-" + id), remark)
                .expect(200, 201);
        reporter.fillIn(caller, place, id, ReportForms::complete);
        reporter.submit(caller, id, "report-again").expect(200, 201);
    }
}
