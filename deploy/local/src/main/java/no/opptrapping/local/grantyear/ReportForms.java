package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Fills in a municipality's report from what was pre-filled and an invented year, drawn from a seed and its number. */
final class ReportForms {
    private static final int UNSPENT_OF_A_HUNDRED = 15;
    /** Adults' man-years per 1 000 inhabitants by area: the areas' shares of the 11 534 man-years counted in 2016. */
    private static final Map<String, String> ADULTS_PER_THOUSAND = Map.of(
            "staffed-housing", "0.88",
            "treatment", "0.55",
            "home-ambulant", "0.46",
            "work-activity", "0.31");

    private static final String CHILDREN_PER_THOUSAND = "0.59";

    private final SplittableRandom random;
    private final Place place;
    private final JsonNode report;

    ReportForms(long seed, Place place, JsonNode report) {
        this.random = new SplittableRandom(seed * 10_000 + Integer.parseInt(place.number()));
        this.place = place;
        this.report = report;
    }

    /** A report that adds up. */
    Map<String, Object> complete() {
        return form(accounts(0), manYears(), "large");
    }

    /** A report with a krone sum that does not add up and negative man-years: both are to be found. */
    Map<String, Object> faulty() {
        var wrong = new ArrayList<>(manYears());
        wrong.set(0, cell("adults", "staffed-housing", new BigDecimal("-1.00")));
        return form(accounts(1_000), wrong, "large");
    }

    private Map<String, Object> form(List<?> accounts, List<?> manYears, String purpose) {
        var form = new LinkedHashMap<String, Object>();
        form.put("accounts", accounts);
        form.put("manYears", manYears);
        form.put("purpose", purpose);
        form.put(
                "services",
                List.of(Map.of(
                        "measure", "general-consultant", "offered", true, "works", "well", "change", "unchanged")));
        form.put("comments", comments());
        return form;
    }

    /** A word on each warning, since a warning asks for one. */
    private List<Map<String, Object>> comments() {
        var comments = new ArrayList<Map<String, Object>>();
        for (var warning : report.path("warnings")) {
            comments.add(Map.of("pointer", warning.path("pointer").asText(), "text", "Kontrollert av kommunen."));
        }
        return comments;
    }

    /** Drawn in order of the amounts, since the awards' ids and so the order of the lines differ from run to run. */
    private List<Map<String, Object>> accounts(long tooMuch) {
        var accounts = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<JsonNode>();
        report.path("answers").path("accounts").forEach(lines::add);
        lines.sort(Comparator.comparingLong(ReportForms::toSpend));
        for (var prefilled : lines) {
            var received = prefilled.path("received").asLong();
            // What was carried over once cannot be again: it is spent.
            var unspent = received > 0 && random.nextInt(100) < UNSPENT_OF_A_HUNDRED
                    ? received * (5 + random.nextInt(25)) / 100
                    : 0;
            var account = new LinkedHashMap<String, Object>();
            account.put("awardId", prefilled.path("awardId").asText());
            if (prefilled.hasNonNull("carriedIn")) {
                account.put("carriedIn", prefilled.path("carriedIn").asLong());
            }
            account.put("received", received);
            account.put("spent", toSpend(prefilled) - unspent + tooMuch);
            account.put("unspent", unspent);
            account.put("ownShare", received / 2);
            account.put("deviationExplained", unspent == 0 ? null : "Stillingen ble besatt senere enn planlagt.");
            accounts.add(account);
        }
        return accounts;
    }

    private static long toSpend(JsonNode account) {
        return account.path("received").asLong() + account.path("carriedIn").asLong();
    }

    private List<Map<String, Object>> manYears() {
        var cells = new ArrayList<Map<String, Object>>();
        for (var area : List.of("staffed-housing", "treatment", "home-ambulant", "work-activity")) {
            cells.add(cell("adults", area, perThousand(ADULTS_PER_THOUSAND.getOrDefault(area, "0"))));
        }
        cells.add(cell("children", "treatment", perThousand(CHILDREN_PER_THOUSAND)));
        return cells;
    }

    private BigDecimal perThousand(String rate) {
        var level = BigDecimal.valueOf(85 + random.nextInt(31), 2);
        return new BigDecimal(rate)
                .multiply(level)
                .multiply(BigDecimal.valueOf(place.population()))
                .divide(BigDecimal.valueOf(1_000), 2, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> cell(String targetGroup, String area, BigDecimal manYears) {
        return Map.of(
                "targetGroup", targetGroup, "area", area, "education", "college", "value", manYears.toPlainString());
    }
}
