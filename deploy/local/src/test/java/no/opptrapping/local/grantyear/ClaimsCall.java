package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;

/** A call with assessed applications that nobody has decided, for random runs by application and per position. */
record ClaimsCall(String id, String rule, String tieRule, List<Applied> applied) {
    private static final int APPLICANTS = 12;

    /** One application as it was handed in and assessed. */
    record Applied(
            String key,
            long asked,
            long assessed,
            long useful,
            int rank,
            String score,
            String submittedAt,
            List<Integer> years) {}

    static List<ClaimsCall> prepare(Stage stage, String scheme, int year, Random random) {
        var places = new Preparation(stage)
                .known().places().all().stream().filter(Place::canSignIn).toList();
        return List.of(
                call(stage, scheme, year, "ranked", "earliest", places, random),
                call(stage, scheme, year, "ranked", "larger", places, random),
                call(stage, scheme, year, "proportional", "none", places, random),
                call(stage, scheme, year, "score-weighted", "none", places, random));
    }

    private static ClaimsCall call(
            Stage stage, String scheme, int year, String rule, String tieRule, List<Place> places, Random random) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemeId", scheme);
        body.put("year", year);
        body.put("title", Preparation.SCHEME_NAME);
        body.put("opensOn", year + "-01-01");
        body.put("deadline", year + "-12-01T12:00:00+01:00");
        body.put("budget", 100_000_000);
        body.put("rule", rule);
        body.put("tieRule", tieRule);
        body.put("smallestUsefulAllowed", true);
        var key = "random-" + random.nextLong();
        var id = stage.grants()
                .post(Who.ADVISER, "/v1/calls", key + "-call", body)
                .expect(201)
                .path("id")
                .asText();
        stage.grants()
                .post(Who.DECISION_MAKER, "/v1/calls/" + id + "/announcement", key + "-announcement", Map.of())
                .expect(200, 201);
        var from = random.nextInt(places.size() - APPLICANTS);
        var applied = new ArrayList<Applied>();
        for (var i = 0; i < APPLICANTS; i++) {
            applied.add(apply(stage, id, places.get(from + i), key + "-" + i, random));
        }
        return new ClaimsCall(id, rule, tieRule, applied);
    }

    private static Applied apply(Stage stage, String call, Place place, String key, Random random) {
        var asked = 50_000L + random.nextInt(900_000);
        var applicant = new Applicant(
                place, List.of(), Applicant.Conduct.PLAIN, false, 1, List.of("general-consultant"), List.of(asked), 0);
        var form = ApplicationForms.complete(call, applicant);
        // The call of a random run has no form of its own.
        form.remove("answers");
        var years = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(n -> 1 + random.nextInt(3))
                .toList();
        form.put(
                "positions",
                years.stream()
                        .map(inProject -> Map.of("title", "Ruskonsulent", "percent", 60, "year", inProject))
                        .toList());
        var useful = random.nextInt(3) == 0 ? random.nextInt(50_000) : 0L;
        form.put("smallestUseful", useful);
        var id = stage.grants()
                .post(place.caller(), "/v1/applications", key + "-draft", form)
                .expect(201)
                .path("id")
                .asText();
        stage.grants()
                .post(place.caller(), "/v1/applications/" + id + "/submission", key + "-submission", Map.of())
                .expect(201);
        var assessed = 50_000L + random.nextInt((int) (asked - 49_999));
        var rank = 1 + random.nextInt(APPLICANTS);
        var score = 1 + random.nextInt(99) + ".5";
        var judgement = new LinkedHashMap<String, Object>();
        judgement.put("applicationId", id);
        judgement.put("assessedAmount", assessed);
        judgement.put("score", score);
        judgement.put("rank", rank);
        judgement.put("recommendation", "approve");
        judgement.put("reasons", "Oppdiktet vurdering.");
        stage.grants()
                .post(Who.ADVISER, "/v1/assessments", key + "-assessment", judgement)
                .expect(201);
        JsonNode application =
                stage.grants().get(place.caller(), "/v1/applications/" + id).expect(200);
        return new Applied(
                place.number() + "/" + application.path("reference").asText(),
                asked,
                assessed,
                useful,
                rank,
                score,
                application.path("submittedAt").asText(),
                years);
    }

    List<String> keys() {
        return applied.stream().map(Applied::key).toList();
    }

    List<RunReference.Claim> assessed() {
        return applied.stream()
                .map(one -> claim(one, one.assessed(), one.useful()))
                .toList();
    }

    private static RunReference.Claim claim(Applied one, long amount, long useful) {
        return new RunReference.Claim(
                one.key(), amount, useful, one.rank(), RunReference.q(one.score()), one.submittedAt());
    }

    /** Rate times percentage times factor, within what was asked for and assessed, earlier positions first. */
    List<Long> positions(RunReference reference, long rate, List<String> stepDown, long budget) {
        var first = new ArrayList<RunReference.Claim>();
        var second = new ArrayList<RunReference.Claim>();
        for (var one : applied) {
            var most = Math.min(one.asked(), one.assessed());
            var earlier = Math.min(due(one, rate, stepDown, true), most);
            var fresh = Math.min(due(one, rate, stepDown, false), most - earlier);
            var isUseful = earlier + fresh >= one.useful();
            first.add(claim(one, isUseful ? earlier : 0, Math.min(one.useful(), earlier)));
            second.add(claim(one, isUseful ? fresh : 0, Math.max(0, one.useful() - earlier)));
        }
        var given = new ArrayList<>(reference.claims(rule, tieRule, first, budget));
        var claimed = first.stream().mapToLong(RunReference.Claim::amount).sum();
        if (claimed <= budget) {
            var left = budget - given.stream().mapToLong(amount -> amount).sum();
            var more = reference.claims(rule, tieRule, second, left);
            IntStream.range(0, given.size()).forEach(i -> given.set(i, given.get(i) + more.get(i)));
        }
        return given;
    }

    private static long due(Applied one, long rate, List<String> stepDown, boolean earlier) {
        return one.years().stream()
                .filter(year -> year > 1 == earlier && year <= stepDown.size())
                .mapToLong(year -> Q.q(rate)
                        .times(Q.q(60))
                        .over(Q.q(100))
                        .times(RunReference.q(stepDown.get(year - 1)))
                        .floor())
                .sum();
    }
}
