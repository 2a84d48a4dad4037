package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.local.World;

/**
 * Random runs over every model and over structures with mergers and splits, simulated through the API and recomputed
 * from the register's own figures; and explanations that must lead to the amounts.
 */
public final class RandomRuns {
    private static final List<String> STRUCTURES =
            List.of("2014-01-01", "2017-01-01", "2018-01-01", "2020-01-01", "2023-01-01", "2024-01-01", "2026-01-01");
    private static final List<String> INDICATORS =
            List.of("population", "population-0-17", "population-18-66", "population-67-plus");
    private static final int[] UNITS = {1, 100, 1000};
    private static final int YEAR = 2026;
    private static final int SHOWN = 10;

    private final Stage stage;
    private final Random random;
    private final String earmarked;
    private final String framework;
    private final String played;
    private final List<ClaimsCall> calls;
    private final Map<String, Map<String, String>> figures = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private RandomRuns(Stage stage, long seed) {
        this.stage = stage;
        this.random = new Random(seed);
        var preparation = new Preparation(stage);
        this.played = preparation.knownScheme("kommunalt-rusarbeid");
        this.earmarked = preparation.scheme("random-" + seed, "earmarked", "765", "62", Preparation.SCHEME_NAME);
        this.framework =
                preparation.scheme("random-framework-" + seed, "framework", "571", "60", Preparation.SCHEME_NAME);
        for (var scheme : List.of(earmarked, framework)) {
            preparation.appropriate(scheme, YEAR, 2_000_000_000L, "Oppdiktet", Optional.empty());
        }
        this.calls = ClaimsCall.prepare(stage, earmarked, YEAR, random);
    }

    /** Makes so many runs after a played year; how many of each kind agreed. Those that do not are an error, all at once. */
    public static Map<String, Integer> check(World world, int runs, long seed) {
        var all = new RandomRuns(GrantYear.stage(world, line -> {}, _ -> {}), seed);
        var different = new ArrayList<String>();
        for (var n = 0; n < runs; n++) {
            try {
                all.one(n);
            } catch (AssertionError difference) {
                different.add("run " + n + ": " + difference.getMessage());
            }
        }
        if (!different.isEmpty()) {
            throw new AssertionError(different.size() + " of " + runs + " runs differ: "
                    + String.join("\n", different.subList(0, Math.min(SHOWN, different.size()))));
        }
        return all.counts;
    }

    private void one(int n) {
        var structure = STRUCTURES.get(random.nextInt(STRUCTURES.size()));
        var year = 2013 + random.nextInt(13);
        var unit = UNITS[random.nextInt(3)];
        switch (n % 6) {
            case 0 -> byCriteria(structure, year, unit);
            case 1 -> framework(structure, year, unit);
            case 2 -> incorporation(year, unit);
            case 3 -> claims(calls.get(random.nextInt(calls.size())), unit, false);
            case 4 ->
                claims(
                        dividingPositions()
                                .get(random.nextInt(dividingPositions().size())),
                        unit,
                        true);
            default -> activity(unit);
        }
    }

    /** Positions are divided by rank or in proportion. */
    private List<ClaimsCall> dividingPositions() {
        return calls.stream()
                .filter(call -> !call.rule().equals("score-weighted"))
                .toList();
    }

    /** The municipalities of a date in the order of their numbers. */
    private List<String> numbers(String structure) {
        return List.copyOf(new TreeMap<>(cached("numbers/" + structure, () -> {
                    var found = new HashMap<String, String>();
                    stage.municipalities()
                            .all(Who.NOBODY, "/v1/municipalities?date=" + structure)
                            .forEach(one -> found.put(one.path("number").asText(), ""));
                    return found;
                }))
                .keySet());
    }

    /**
     * An indicator's figures in a structure as the register converts them. What it does not know is absent, and so is what
     * it can only estimate back to an earlier structure: nobody's money is divided by that.
     */
    private Map<String, String> values(String indicator, int year, String structure) {
        return cached(indicator + "/" + year + "/" + structure, () -> {
            var found = new HashMap<String, String>();
            var back = LocalDate.parse(structure).isBefore(LocalDate.of(year, 1, 1));
            var path = "/v1/indicators/" + indicator + "/values?year=" + year + "&structureDate=" + structure;
            stage.municipalities()
                    .get(Who.NOBODY, path)
                    .expect(200)
                    .path("items")
                    .forEach(row -> Optional.ofNullable(row.path("value").textValue())
                            .filter(value ->
                                    !back || !row.path("status").asText().equals("estimated"))
                            .ifPresent(value -> found.put(row.path("number").asText(), value)));
            return found;
        });
    }

    private Map<String, String> cached(String key, java.util.function.Supplier<Map<String, String>> read) {
        var known = figures.get(key);
        if (known == null) {
            known = read.get();
            figures.put(key, known);
        }
        return known;
    }

    private record Key(List<Map<String, Object>> weights, List<Q> used, List<String> indicators) {}

    private Key key(int year) {
        var indicators = new ArrayList<>(INDICATORS);
        Collections.shuffle(indicators, random);
        var some = indicators.subList(0, 1 + random.nextInt(3));
        var weights = new ArrayList<Map<String, Object>>();
        var used = new ArrayList<Q>();
        for (var indicator : some) {
            var weight = 1 + random.nextInt(9) + "." + random.nextInt(100);
            weights.add(Map.of("indicator", indicator, "year", year, "weight", weight));
            used.add(RunReference.q(weight));
        }
        return new Key(weights, used, List.copyOf(some));
    }

    /** The columns of figures; empty when the register lacks one, which the run must refuse then. */
    private Optional<List<List<Q>>> columns(List<String> indicators, int year, String structure, List<String> numbers) {
        var columns = new ArrayList<List<Q>>();
        for (var indicator : indicators) {
            var values = values(indicator, year, structure);
            if (!values.keySet().containsAll(numbers)) {
                return Optional.empty();
            }
            columns.add(numbers.stream()
                    .map(number -> RunReference.q(values.get(number)))
                    .toList());
        }
        return Optional.of(columns);
    }

    private void byCriteria(String structure, int year, int unit) {
        var numbers = numbers(structure);
        var key = key(year);
        var budget = 50_000_000L + random.nextInt(900_000_000);
        var model = new LinkedHashMap<String, Object>(
                Map.of("kind", "objective", "weights", key.weights(), "normalise", true));
        var floor = random.nextInt(3) == 0 ? 0L : unit * (1L + random.nextInt(100_000 / unit));
        var cap = random.nextInt(3) == 0 ? 0L : floor + unit * (1L + random.nextInt(20_000_000 / unit));
        if (floor > 0) {
            model.put("floorPerMunicipality", floor);
        }
        if (cap > 0) {
            model.put("capPerMunicipality", cap);
        }
        var run = simulate(earmarked, structure, year, unit, budget, model);
        var columns = columns(key.indicators(), year, structure, numbers);
        if (refused(run, columns.isEmpty())) {
            return;
        }
        var shares = RunReference.shares(key.used(), columns.orElseThrow());
        var floors = shares.stream().map(share -> Q.q(floor)).toList();
        var caps = shares.stream().map(share -> cap == 0 ? null : Q.q(cap)).toList();
        agree("objective", run, numbers, new RunReference(unit).criteria(budget, shares, floors, caps));
    }

    private void framework(String structure, int year, int unit) {
        var numbers = numbers(structure);
        var key = key(year);
        var budget = 50_000_000L + random.nextInt(900_000_000);
        var indices = new HashMap<String, String>();
        numbers.forEach(number -> {
            if (indices.isEmpty() || random.nextInt(5) > 0) {
                indices.put(number, "0." + (700 + random.nextInt(300)));
            }
        });
        var imported = random.nextBoolean();
        var model = new LinkedHashMap<String, Object>(
                Map.of("kind", "framework", "weights", key.weights(), "normalise", true));
        if (imported) {
            model.put("indices", Map.of("values", indices, "whenMissing", "own-key"));
        }
        var run = simulate(framework, structure, year, unit, budget, model);
        var columns = columns(key.indicators(), year, structure, numbers);
        var people = columns(List.of("population"), year, structure, numbers);
        if (refused(run, columns.isEmpty() || people.isEmpty())) {
            return;
        }
        var own = RunReference.shares(key.used(), columns.orElseThrow());
        var shares = imported
                ? RunReference.byIndices(
                        numbers.stream()
                                .map(number ->
                                        Optional.ofNullable(indices.get(number)).map(RunReference::q))
                                .toList(),
                        people.orElseThrow().getFirst(),
                        own)
                : own;
        agree(imported ? "imported need" : "framework", run, numbers, new RunReference(unit).framework(budget, shares));
    }

    /** From the played year's awards to the framework grant of the year after. */
    private void incorporation(int year, int unit) {
        var structure = YEAR + "-01-01";
        var numbers = numbers(structure);
        var key = key(year);
        var budget = 300_000_000L + random.nextInt(400_000_000);
        var easing = random.nextInt(4);
        var threshold = random.nextInt(60) + ".5";
        var step = 1 + random.nextInt(4);
        var model = new LinkedHashMap<String, Object>(Map.of(
                "kind",
                "incorporation",
                "fromSchemeId",
                played,
                "fromYear",
                YEAR - 1,
                "weights",
                key.weights(),
                "normalise",
                true));
        if (easing == 1 || easing == 2) {
            model.put("guarantee", Map.of("variant", easing == 1 ? "state" : "strict", "threshold", threshold));
        } else if (easing == 3) {
            model.put("phaseIn", Map.of("years", 4, "year", step));
        }
        var run = simulate(framework, structure, year, unit, budget, model);
        var columns = columns(key.indicators(), year, structure, numbers);
        var people = columns(List.of("population"), year, structure, numbers);
        if (refused(run, columns.isEmpty() || people.isEmpty())) {
            return;
        }
        var before = new HashMap<String, Long>();
        awards().forEach(award -> award.path("participants")
                .forEach(one -> before.merge(
                        one.path("number").asText(), one.path("amount").asLong(), Long::sum)));
        var from =
                numbers.stream().map(number -> before.getOrDefault(number, 0L)).toList();
        var reference = new RunReference(unit);
        var to = reference.framework(budget, RunReference.shares(key.used(), columns.orElseThrow()));
        var expected = switch (easing) {
            case 1, 2 ->
                reference.guaranteed(easing == 2, from, to, people.orElseThrow().getFirst(), RunReference.q(threshold));
            case 3 -> reference.phasedIn(from, to, 4, step);
            default -> to;
        };
        agree(
                List.of("at once", "state guarantee", "strict guarantee", "phase-in")
                        .get(easing),
                run,
                numbers,
                expected);
    }

    private List<JsonNode> awards;

    private List<JsonNode> awards() {
        if (awards == null) {
            // What was declined or has lapsed was never anybody's money.
            awards = stage.grants().all(Who.ADVISER, "/v1/awards?year=" + (YEAR - 1) + "&schemeId=" + played).stream()
                    .filter(award -> !award.has("ended"))
                    .toList();
        }
        return awards;
    }

    private void claims(ClaimsCall call, int unit, boolean perPosition) {
        var rate = 100_000L + random.nextInt(400_000);
        var budget = 100_000L + random.nextInt(9_000_000);
        var model = new LinkedHashMap<String, Object>(Map.of(
                "kind",
                perPosition ? "position" : "application",
                "callId",
                call.id(),
                "rule",
                call.rule(),
                "tieRule",
                call.tieRule()));
        if (perPosition) {
            model.put("rate", rate);
            model.put("stepDown", List.of("1", "0.75"));
        }
        var run = simulate(earmarked, YEAR + "-01-01", YEAR - 1, unit, budget, model);
        if (run.status() != 201) {
            throw new AssertionError(run.call() + " answered " + run.body());
        }
        var reference = new RunReference(unit);
        agree(
                perPosition ? "position" : "application",
                run,
                call.keys(),
                perPosition
                        ? call.positions(reference, rate, List.of("1", "0.75"), budget)
                        : reference.claims(call.rule(), call.tieRule(), call.assessed(), budget));
    }

    private void activity(int unit) {
        var numbers = numbers(YEAR + "-01-01");
        var price = 100 + random.nextInt(900) + ".25";
        var ownShare = "0." + random.nextInt(60);
        var units = new LinkedHashMap<String, String>();
        numbers.forEach(number -> {
            if (random.nextBoolean()) {
                units.put(number, random.nextInt(3_000) + ".5");
            }
        });
        var budget = 1_000_000L + random.nextInt(90_000_000);
        var model = Map.<String, Object>of(
                "kind",
                "activity",
                "unitPrice",
                price,
                "ownShare",
                ownShare,
                "reportYear",
                YEAR - 1,
                "activities",
                units.entrySet().stream()
                        .map(one -> Map.of("number", one.getKey(), "units", one.getValue()))
                        .toList());
        var run = simulate(earmarked, YEAR + "-01-01", YEAR - 1, unit, budget, model);
        if (run.status() != 201) {
            throw new AssertionError(run.call() + " answered " + run.body());
        }
        var approved = approved();
        var claims = units.entrySet().stream()
                .map(one -> approved.contains(one.getKey())
                        ? RunReference.q(one.getValue())
                                .times(RunReference.q(price))
                                .times(Q.q(1).minus(RunReference.q(ownShare)))
                                .floor()
                        : 0L)
                .toList();
        agree(
                "activity",
                run,
                List.copyOf(units.keySet()),
                new RunReference(unit)
                        .proportional(claims, claims.stream().map(Q::q).toList(), budget));
    }

    private List<String> approvedReports;

    /** Whose report of the played year is approved, as reporting-service tells it. */
    private List<String> approved() {
        if (approvedReports == null) {
            var approved = new TreeMap<String, Boolean>();
            stage.reporting().all(Who.CONTROLLER, "/v1/reports?year=" + (YEAR - 1)).stream()
                    .filter(report -> !report.path("status").asText().equals("draft"))
                    .forEach(report -> approved.merge(
                            report.path("municipality").path("number").asText(),
                            report.path("status").asText().equals("approved"),
                            Boolean::logicalAnd));
            approvedReports = approved.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return approvedReports;
    }

    private Answer simulate(
            String scheme, String structure, int populationYear, int unit, long budget, Map<String, Object> model) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Tilfeldig");
        body.put("schemeId", scheme);
        body.put("year", YEAR);
        body.put("structureDate", structure);
        body.put("populationYear", populationYear);
        body.put("unit", unit);
        body.put("pots", List.of(Map.of("name", "alt", "budget", Map.of("amount", budget), "model", model)));
        return stage.grants()
                .post(Who.ADVISER, "/v1/allocation-runs", "random-" + random.nextLong() + "-" + LocalDate.EPOCH, body);
    }

    /** Whether the run was refused, which it must be exactly when the register lacks a figure or nothing can be divided. */
    private boolean refused(Answer run, boolean unknown) {
        if (run.status() == 201) {
            if (unknown) {
                throw new AssertionError("The register lacks a figure, but the run was made: " + run.body());
            }
            return false;
        }
        var codes = new ArrayList<String>();
        run.body().path("errors").forEach(error -> codes.add(error.path("code").asText()));
        var byFigures = List.of(
                "allocation.value-known",
                "allocation.indicator-known",
                "allocation.inhabitants-known",
                "allocation.figures-of-all-predecessors",
                "allocation.successors-known");
        var byAmounts = List.of("allocation.floors-within-budget", "allocation.guarantee-within-framework-sum");
        if (run.status() != 422
                || codes.isEmpty()
                || !codes.stream().allMatch(code -> byFigures.contains(code) || byAmounts.contains(code))
                || (!unknown && codes.stream().anyMatch(byFigures::contains))) {
            throw new AssertionError(run.call() + " answered " + run.status() + ": " + run.body());
        }
        count("refused");
        return true;
    }

    private void agree(String kind, Answer run, List<String> keys, List<Long> expected) {
        var id = run.body().path("id").asText();
        var rows = new TreeMap<String, Long>();
        stage.grants()
                .all(Who.ADVISER, "/v1/allocation-runs/" + id + "/result")
                .forEach(row -> rows.merge(
                        row.path("number").asText() + "/"
                                + row.path("reference").asText(""),
                        row.path("amount").asLong(),
                        Long::sum));
        var reference = new TreeMap<String, Long>();
        IntStream.range(0, keys.size())
                .forEach(i ->
                        reference.put(keys.get(i).contains("/") ? keys.get(i) : keys.get(i) + "/", expected.get(i)));
        if (!rows.equals(reference)) {
            var different = rows.keySet().stream()
                    .filter(row -> !rows.get(row).equals(reference.get(row)))
                    .map(row -> row + ": " + rows.get(row) + " and not " + reference.get(row))
                    .toList();
            throw new AssertionError(kind + " " + id + " differs: " + different);
        }
        explained(id, rows);
        count(kind);
    }

    /** Some of the explanations add up, line by line, to what the result gives. */
    private void explained(String id, Map<String, Long> rows) {
        var all = new ArrayList<>(rows.keySet());
        Collections.shuffle(all, random);
        for (var row : all.subList(0, Math.min(5, all.size()))) {
            var number = row.substring(0, 4);
            var explanation = stage.grants()
                    .get(Who.ADVISER, "/v1/allocation-runs/" + id + "/explanations/" + number)
                    .expect(200);
            var sum = BigDecimal.ZERO;
            for (var part : explanation.path("pots")) {
                var lines = BigDecimal.ZERO;
                for (var line : part.path("lines")) {
                    lines = lines.add(new BigDecimal(line.path("contribution").asText()));
                }
                if (lines.compareTo(part.path("amount").decimalValue()) != 0) {
                    throw new AssertionError("The lines add up to " + lines + ": " + part);
                }
                if (!part.path("kind").asText().equals("participation")) {
                    sum = sum.add(lines);
                }
            }
            var given = rows.entrySet().stream()
                    .filter(one -> one.getKey().startsWith(number))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (sum.compareTo(BigDecimal.valueOf(given)) != 0) {
                throw new AssertionError("Explained " + sum + " and not " + given + ": " + explanation);
            }
        }
    }

    private void count(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }
}
