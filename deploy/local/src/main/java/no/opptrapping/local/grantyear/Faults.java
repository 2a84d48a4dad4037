package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.local.Result.Figures;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** What does not add up in a year's figures: one sentence each, with the account's name. */
final class Faults {
    private final List<String> faults = new ArrayList<>();

    private Faults() {}

    static List<String> in(Figures figures, Prepared prepared, JsonNode check, JsonNode national) {
        var faults = new Faults();
        faults.inLedger(check);
        faults.inSums(figures, prepared, national.path("money").path("total"));
        faults.inCounts(figures);
        return List.copyOf(faults.faults);
    }

    private void inLedger(JsonNode check) {
        for (var identity : check.path("identities")) {
            if (identity.path("difference").asLong() != 0) {
                faults.add("The ledger does not balance in account "
                        + identity.path("account").asText() + " ("
                        + identity.path("name").asText() + "): "
                        + identity.path("left").asLong() + " against "
                        + identity.path("right").asLong() + ".");
            }
        }
        for (var award : check.path("awardsOutOfStep")) {
            faults.add("An award is out of step with the ledger: " + award + ".");
        }
        if (!check.path("balanced").asBoolean() && faults.isEmpty()) {
            faults.add("The ledger says that it does not balance, and not where: " + check + ".");
        }
    }

    private void inSums(Figures figures, Prepared prepared, JsonNode total) {
        same("appropriated", "the state budget", figures.appropriation(), prepared.appropriation());
        same(
                "available",
                "appropriated = awarded + undistributed",
                figures.appropriation(),
                figures.awarded() + figures.undistributed());
        same(
                "awarded",
                "awarded = spent + unspent + outstanding",
                figures.awarded(),
                figures.spent() + figures.unspent() + figures.outstanding());
        same(
                "awarded",
                "the ledger against the statistics",
                figures.awarded(),
                total.path("awarded").asLong());
        same(
                "spent",
                "the ledger against the statistics",
                figures.spent(),
                total.path("spent").asLong());
        same(
                "unspent",
                "the ledger against the statistics",
                figures.unspent(),
                total.path("unspent").asLong());
        same("framework", "before = awarded", figures.framework().before(), figures.awarded());
        same("framework", "after = the sum taken in", figures.framework().after(), prepared.appropriation());
        same("guarantee", "compensations net of deductions", figures.framework().netOfGuarantee(), 0);
    }

    private void inCounts(Figures figures) {
        var counted = figures.applications();
        if (counted.submitted() != counted.approved() + counted.rejected() + counted.withdrawn()) {
            faults.add("Applications submitted are not those approved, rejected and withdrawn: " + counted + ".");
        }
        if (figures.framework().compensated() == 0) {
            faults.add("The income guarantee compensates no municipality.");
        }
        if (figures.events().deadLettered() != 0) {
            faults.add("Events lie in the dead letter topics: " + figures.events() + ".");
        }
    }

    private void same(String account, String identity, long left, long right) {
        if (left != right) {
            faults.add(
                    "Account " + account + " does not balance (" + identity + "): " + left + " against " + right + ".");
        }
    }
}
