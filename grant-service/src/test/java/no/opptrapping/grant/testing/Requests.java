package no.opptrapping.grant.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of requests that keep every rule, to be spoiled by tests. */
public final class Requests {
    private Requests() {}

    public static Map<String, Object> text(String text) {
        return Map.of("nb", text, "nn", text, "en", text);
    }

    public static Map<String, Object> scheme(String code) {
        return scheme(code, "earmarked");
    }

    public static Map<String, Object> scheme(String code, String kind) {
        return new LinkedHashMap<>(Map.of(
                "code",
                code,
                "name",
                text("Kommunalt rusarbeid"),
                "purpose",
                text("Flere årsverk"),
                "kind",
                kind,
                "chapter",
                "765",
                "item",
                "62",
                "reporting",
                Map.of(
                        "opens", "--01-15",
                        "due", "--03-01",
                        "form", "is-24-8",
                        "simpleBelow", 500_000,
                        "auditorThreshold", 200_000),
                "contact",
                Map.of("name", "Kari", "email", "kari@example.no", "phone", "99999999")));
    }

    /** A version of the rules of such a scheme. */
    public static Map<String, Object> rules(int acceptanceDays) {
        var rules = new LinkedHashMap<String, Object>();
        rules.put("chapter", "765");
        rules.put("item", "62");
        rules.put("goals", text("Flere årsverk"));
        rules.put("awardCriteria", List.of(criterion("need", 60), criterion("plan", 40)));
        rules.put("reporting", scheme("any").get("reporting"));
        rules.put("acceptanceDays", acceptanceDays);
        rules.put("appealDays", 21);
        return rules;
    }

    public static Map<String, Object> criterion(String code, int weight) {
        return Map.of("code", code, "name", text(code), "highest", 6, "weight", weight);
    }

    /** A call of the next year that is expected. */
    public static Map<String, Object> forecast(String scheme) {
        return new LinkedHashMap<>(Map.of(
                "schemeId",
                scheme,
                "year",
                2026,
                "title",
                text("Utlysning 2026"),
                "opensOn",
                "2026-01-15",
                "deadline",
                "2026-03-02T00:00:00+01:00",
                "budget",
                12_000_000));
    }

    public static Map<String, Object> call(String scheme) {
        return new LinkedHashMap<>(Map.of(
                "schemeId",
                scheme,
                "year",
                2025,
                "title",
                text("Utlysning 2025"),
                "opensOn",
                "2025-01-15",
                "deadline",
                "2025-03-01T23:59:59+01:00",
                "budget",
                10_000_000,
                "rule",
                "ranked",
                "tieRule",
                "earliest",
                "smallestUsefulAllowed",
                true));
    }

    /** An application for 400 000 kroner with an own share of 100 000. */
    public static Map<String, Object> application(String call) {
        var body = new LinkedHashMap<String, Object>();
        body.put("callId", call);
        body.put("contact", Map.of("name", "Ola Nordmann", "email", "ola@example.no", "phone", "40000000"));
        body.put(
                "measures",
                new ArrayList<>(List.of(
                        measure("ambulant-outreach", "Oppsøkende team", 300_000),
                        measure("work-and-activity", "Arbeid og aktivitet", 100_000))));
        body.put("positions", List.of(Map.of("title", "Ruskonsulent", "percent", 100, "year", 1)));
        body.put(
                "budgetLines",
                new ArrayList<>(List.of(
                        line("wages", "Lønn", 450_000),
                        line("purchases", "Bil", 70_000),
                        line("income", "NAV", 20_000))));
        body.put("asked", 400_000);
        body.put("ownShare", 100_000);
        body.put("participants", new ArrayList<>());
        body.put("commitment", true);
        body.put("smallestUseful", 0);
        return body;
    }

    public static Map<String, Object> measure(String code, String title, Object amount) {
        return new LinkedHashMap<>(Map.of("code", code, "title", title, "amount", amount));
    }

    public static Map<String, Object> line(String kind, String text, Object amount) {
        return new LinkedHashMap<>(Map.of("kind", kind, "text", text, "amount", amount));
    }

    /** One that has put its consent in writing. */
    public static Map<String, Object> participant(String number, Object share) {
        var signedBy = signatory("Per Medvik", "Kommunedirektør");
        var line = unasked(number, share);
        line.put("writtenConsent", Map.of("signedBy", signedBy, "signedOn", "2025-01-10"));
        return line;
    }

    /** One that nobody has asked. */
    public static Map<String, Object> unasked(String number, Object share) {
        return new LinkedHashMap<>(Map.of("number", number, "share", share));
    }

    public static Map<String, Object> signatory(String name, String function) {
        return Map.of("name", name, "function", function);
    }

    public static Map<String, Object> assessment(String application, Object amount, int rank) {
        return new LinkedHashMap<>(Map.of(
                "applicationId",
                application,
                "assessedAmount",
                amount,
                "score",
                "72.5",
                "rank",
                rank,
                "recommendation",
                "approve",
                "reasons",
                "Godt begrunnet."));
    }
}
