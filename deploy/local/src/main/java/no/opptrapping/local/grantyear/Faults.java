package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.local.Result.Figures;
import no.opptrapping.local.Texts;
import no.opptrapping.local.grantyear.Preparation.Prepared;

/** What does not add up in a year's figures: one sentence each, with the account's name. */
final class Faults {
    private final List<String> faults = new ArrayList<>();
    private final Texts texts;

    private Faults(Texts texts) {
        this.texts = texts;
    }

    static List<String> in(Figures figures, Prepared prepared, JsonNode check, JsonNode national, Texts texts) {
        var faults = new Faults(texts);
        faults.inLedger(check);
        faults.inSums(figures, prepared, national.path("money").path("total"));
        faults.inCounts(figures);
        return faults.faults;
    }

    /** The offices whose figures do not agree, or none when nobody has a frame. */
    static List<String> inFrames(List<JsonNode> offices, Texts texts) {
        var faults = new Faults(texts);
        for (var office : offices) {
            var awarded = office.path("awarded").asLong();
            if (!office.path("agrees").asBoolean() || office.path("authorised").asLong() != awarded || awarded == 0) {
                faults.add("fault.frame", office.path("name").asText(), office);
            }
        }
        if (offices.isEmpty()) {
            faults.add("fault.frames");
        }
        return faults.faults;
    }

    private void inLedger(JsonNode check) {
        for (var identity : check.path("identities")) {
            if (identity.path("difference").asLong() != 0) {
                add(
                        "fault.ledger",
                        identity.path("account").asText(),
                        identity.path("name").asText(),
                        identity.path("left").asLong(),
                        identity.path("right").asLong());
            }
        }
        for (var award : check.path("awardsOutOfStep")) {
            add("fault.award", award);
        }
        if (!check.path("balanced").asBoolean() && faults.isEmpty()) {
            add("fault.unknown", check);
        }
    }

    private void inSums(Figures figures, Prepared prepared, JsonNode total) {
        same("appropriated", "state-budget", figures.appropriation(), prepared.appropriation());
        same("available", "appropriated", figures.appropriation(), figures.awarded() + figures.undistributed());
        same(
                "awarded",
                "awarded",
                figures.awarded() + figures.carriedIn(),
                figures.spent() + figures.unspent() + figures.outstanding());
        same(
                "carried-in",
                "statistics",
                figures.carriedIn(),
                total.path("carriedIn").asLong());
        same("awarded", "statistics", figures.awarded(), total.path("awarded").asLong());
        same("spent", "statistics", figures.spent(), total.path("spent").asLong());
        same("unspent", "statistics", figures.unspent(), total.path("unspent").asLong());
        same("framework", "before", figures.framework().before(), figures.awarded());
        same("framework", "after", figures.framework().after(), prepared.appropriation());
        same("guarantee", "net", figures.framework().netOfGuarantee(), 0);
    }

    private void inCounts(Figures figures) {
        var counted = figures.applications();
        if (counted.submitted() != counted.approved() + counted.rejected() + counted.withdrawn()) {
            add("fault.applications", counted);
        }
        if (figures.framework().compensated() == 0) {
            add("fault.guarantee");
        }
        if (figures.events().deadLettered() != 0) {
            add("fault.dead-letters", figures.events());
        }
    }

    private void same(String account, String identity, long left, long right) {
        if (left != right) {
            add("fault.account", account, texts.text("identity." + identity), left, right);
        }
    }

    private void add(String code, Object... arguments) {
        faults.add(texts.text(code, arguments));
    }
}
