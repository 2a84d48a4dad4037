package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.stream.Stream;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** One krone's way in ten steps: what {@code deploy/up} shows and the story test over all three services runs. */
public final class GrantYear {
    private final Stage stage;

    GrantYear(Stage stage) {
        this.stage = stage;
    }

    /** Runs the year, or goes on with one that was cut off, and reads its figures back. */
    ObjectNode run() {
        knowTheMunicipalities();
        var prepared = new Preparation(stage).prepare();
        new ApplicationSeason(stage, prepared.callId())
                .run(new Applicants(stage.seed()).among(prepared.places().all()));
        new AllocationSeason(stage, prepared).run();
        new Disbursement(stage, prepared).run();
        var reports = paidMunicipalities(prepared);
        new ReportingSeason(stage, prepared).run(reports);
        var framework = new FrameworkStep(stage, prepared).run();
        settle(prepared);
        return new YearResult(stage, prepared).read(framework.path("id").asText());
    }

    /** The register's events have reached both other services. */
    private void knowTheMunicipalities() {
        Patience.until("the register of municipalities has reached the other services", () -> {
            var published = EventCounts.published(stage.municipalities());
            return published > 0
                    && EventCounts.isIdle(stage.municipalities())
                    && EventCounts.consumed(stage.grants()) >= published
                    && EventCounts.consumed(stage.reporting()) >= published;
        });
    }

    private int paidMunicipalities(Prepared prepared) {
        var paid = new HashSet<String>();
        var path = "/v1/awards?year=" + stage.year() + "&schemeId=" + prepared.schemeId() + "&status=accepted";
        for (var award : stage.grants().all(Who.ADVISER, path)) {
            paid.add(award.path("recipient").path("number").asText());
        }
        return paid.size();
    }

    /** All that was said has been heard: both services that count money have come to the same sums on their own. */
    private void settle(Prepared prepared) {
        Patience.until("grants and reporting agree on what was awarded, spent and left", () -> {
            var query = "year=" + stage.year();
            var ledger = stage.grants()
                    .get(Who.CONTROLLER, "/v1/ledger/accounts?schemeId=" + prepared.schemeId() + "&" + query)
                    .expect(200);
            var total = stage.reporting()
                    .get(Who.NOBODY, "/v1/statistics/money?by=country&" + query)
                    .expect(200)
                    .path("total");
            return EventCounts.isIdle(stage.grants())
                    && EventCounts.isIdle(stage.reporting())
                    && Stream.of("awarded", "spent", "unspent", "outstanding")
                            .allMatch(sum ->
                                    ledger.path(sum).asLong() == total.path(sum).asLong());
        });
    }
}
