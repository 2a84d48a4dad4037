package no.opptrapping.grant.allocation;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.inputs.WhenMissing;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Sha256;

/** Small random runs over every model, without a database. */
public final class RandomRuns {
    private static final String SCHEME = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d01";
    private static final String OLD_SCHEME = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d02";
    private static final String CALL = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d03";
    private static final int[] UNITS = {1, 100, 1000};
    private static final String[] FIGURES = {"population", "social-assistance", "single-parents"};

    private final Random random;

    public RandomRuns(Random random) {
        this.random = random;
    }

    /** A run that can be divided. */
    public ComputedRun next() {
        while (true) {
            var made = computed(inputs());
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    /** The run that these inputs give; empty when they cannot be divided. */
    public static Optional<ComputedRun> computed(RunInputs inputs) {
        if (!(new RunDivision(inputs).divide() instanceof Pots.Result.Allocated result)) {
            return Optional.empty();
        }
        var canonical = CanonicalJson.of(inputs);
        return ComputedRun.of(new AllocationRun(
                new RunId(new UUID(2, 1)),
                "Prøve",
                new SchemeId(UUID.fromString(SCHEME)),
                Optional.of(1),
                Year.of(2025),
                "adviser-1",
                Instant.parse("2025-01-10T08:00:00Z"),
                canonical,
                Sha256.of(canonical),
                RunDivision.hash(result),
                Kroner.of(inputs.budget()).minus(inputs.committed()),
                result.sum(),
                3,
                Optional.empty()));
    }

    /** The same inputs with another budget and the last pot's model changed. */
    public static Optional<ComputedRun> changed(RunInputs inputs, long budget, UnaryOperator<PotModel> change) {
        var parameters = inputs.parameters();
        var pots = new ArrayList<>(parameters.pots());
        var last = pots.removeLast();
        pots.add(new RunParameters.Pot(
                last.name(), last.amount(), last.exclusive(), last.eligible(), change.apply(last.model())));
        return computed(new RunInputs(
                inputs.engineVersion(),
                new RunParameters(
                        parameters.scheme(),
                        parameters.year(),
                        parameters.structureDate(),
                        parameters.unit(),
                        parameters.populationYear(),
                        pots),
                budget,
                inputs.indicators(),
                inputs.municipalities(),
                inputs.applications(),
                inputs.before(),
                inputs.eligible(),
                inputs.approved(),
                inputs.commitments(),
                inputs.groupings()));
    }

    private RunInputs inputs() {
        var municipalities = municipalities(2 + random.nextInt(7));
        var applications = applications(municipalities);
        var unit = UNITS[random.nextInt(3)];
        var kind = random.nextInt(9);
        var pots = new ArrayList<RunParameters.Pot>();
        pots.add(new RunParameters.Pot("alt", null, false, null, model(kind, municipalities, unit)));
        if (kind < 5 && random.nextInt(3) == 0) {
            pots.addFirst(new RunParameters.Pot(
                    "først", (long) random.nextInt(100_000), false, null, objective(municipalities, unit)));
        }
        var commitments = random.nextInt(4) == 0
                ? List.of(new RunInputs.Commitment(
                        new UUID(3, 1).toString(),
                        "76562-2024-0001",
                        municipalities.getFirst().id(),
                        municipalities.getFirst().number(),
                        1 + random.nextInt(9_000),
                        participants(municipalities)))
                : null;
        return new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(SCHEME, 2025, "2025-01-01", unit, 2024, pots),
                20_000L + random.nextInt(3_000_000),
                List.of(new RunInputs.Indicator("population", 2024, "2024-01-01", 1, "persons", "Invented")),
                municipalities,
                applications,
                before(municipalities),
                null,
                municipalities.stream()
                        .filter(one -> random.nextInt(5) > 0)
                        .map(RunInputs.Municipality::number)
                        .toList(),
                commitments,
                null);
    }

    private List<RunInputs.Municipality> municipalities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var people = Integer.toString(1 + random.nextInt(9_000));
                    var values = new HashMap<String, String>();
                    values.put(FIGURES[0] + "/2024", people);
                    values.put(FIGURES[1] + "/2024", Integer.toString(i == 0 ? 7 : random.nextInt(400)));
                    values.put(FIGURES[2] + "/2024", i == 0 ? "3" : random.nextInt(90) + "." + random.nextInt(10));
                    return new RunInputs.Municipality(
                            new UUID(0, i + 1).toString(), number(i), "Kommune " + i, people, values);
                })
                .toList();
    }

    private static String number(int index) {
        return Integer.toString(1101 + index);
    }

    private List<RunInputs.Application> applications(List<RunInputs.Municipality> municipalities) {
        var count = municipalities.size() - random.nextInt(2);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var asked = 1_000L + random.nextInt(900_000);
                    var assessed = random.nextBoolean() ? asked : 1 + (long) random.nextInt((int) asked);
                    return new RunInputs.Application(
                            CALL,
                            new UUID(1, i).toString(),
                            "A%07d".formatted(i),
                            municipalities.get(i).id(),
                            municipalities.get(i).number(),
                            asked,
                            assessed,
                            random.nextInt(3) == 0 ? random.nextInt((int) Math.min(assessed, 200_000)) : 0,
                            1 + random.nextInt(count),
                            random.nextInt(4) == 0 ? "0" : random.nextInt(100) + "." + random.nextInt(10),
                            "2025-03-0" + (1 + random.nextInt(9)) + "T10:00:00Z",
                            participants(municipalities),
                            IntStream.range(0, random.nextInt(4))
                                    .mapToObj(
                                            p -> new RunInputs.Position(1 + random.nextInt(250), 1 + random.nextInt(4)))
                                    .toList());
                })
                .toList();
    }

    private List<RunInputs.Participant> participants(List<RunInputs.Municipality> municipalities) {
        return random.nextInt(3) > 0
                ? List.of()
                : municipalities.stream()
                        .limit(2 + random.nextInt(2))
                        .map(one -> new RunInputs.Participant(one.id(), one.number(), 1L + random.nextInt(90_000)))
                        .toList();
    }

    private List<RunInputs.Before> before(List<RunInputs.Municipality> municipalities) {
        return municipalities.stream()
                .filter(one -> random.nextInt(4) > 0)
                .map(one -> new RunInputs.Before(OLD_SCHEME, 2024, one.number(), random.nextInt(900_000)))
                .toList();
    }

    private PotModel model(int kind, List<RunInputs.Municipality> municipalities, int unit) {
        return switch (kind) {
            case 0, 1 -> objective(municipalities, unit);
            case 2 ->
                new CallModel.Application(
                        CALL,
                        one(DivisionRule.RANKED, DivisionRule.PROPORTIONAL, DivisionRule.SCORE_WEIGHTED),
                        one(TieRule.values()));
            case 3 ->
                new CallModel.Positions(
                        CALL,
                        1_000L + random.nextInt(600_000),
                        List.of("1", "0.75", "0.5").subList(0, 1 + random.nextInt(3)),
                        one(DivisionRule.RANKED, DivisionRule.PROPORTIONAL),
                        one(TieRule.values()));
            case 4 ->
                new PotModel.Activity(
                        random.nextInt(2_000) + "." + random.nextInt(100),
                        random.nextInt(9) == 0 ? "1" : "0." + random.nextInt(100),
                        2024,
                        municipalities.stream()
                                .map(one -> new PotModel.Units(
                                        one.number(), random.nextInt(900) + "." + random.nextInt(10)))
                                .toList());
            case 8 -> {
                var indices = indices(municipalities);
                yield new CallModel.Ceiling(
                        CALL,
                        DivisionRule.WITHIN_CEILING,
                        TieRule.NONE,
                        weights(indices),
                        null,
                        isNormalised,
                        indices,
                        null);
            }
            case 5 -> {
                var indices = indices(municipalities);
                yield new PotModel.Framework(
                        weights(indices),
                        null,
                        isNormalised,
                        indices,
                        random.nextInt(3) == 0 ? null : whole(municipalities, indices));
            }
            default -> {
                var indices = indices(municipalities);
                var easing = random.nextInt(4);
                yield new PotModel.Incorporation(
                        OLD_SCHEME,
                        2024,
                        weights(indices),
                        null,
                        isNormalised,
                        indices,
                        easing == 1 || easing == 2
                                ? new PotModel.Guarantee(
                                        easing == 1 ? GuaranteeVariant.STATE : GuaranteeVariant.STRICT,
                                        random.nextInt(90) + "." + random.nextInt(10))
                                : null,
                        easing == 3 ? new PotModel.PhaseIn(3, 1 + random.nextInt(3)) : null);
            }
        };
    }

    private WholeFramework whole(List<RunInputs.Municipality> municipalities, PotModel.Indices indices) {
        var excluding = indices != null && indices.whenMissing() == WhenMissing.EXCLUDE;
        var inKroner = excluding && random.nextBoolean();
        var july = new HashMap<String, String>();
        var growth = new HashMap<String, Long>();
        var before = new HashMap<String, Long>();
        var after = new HashMap<String, Long>();
        for (var one : municipalities) {
            july.put(one.number(), Integer.toString(1 + random.nextInt(9_000)));
            if (random.nextBoolean() && (indices == null || indices.values().containsKey(one.number()))) {
                growth.put(one.number(), (long) random.nextInt(4_000));
            }
            before.put(one.number(), (long) random.nextInt(900_000));
            after.put(one.number(), (long) random.nextInt(900_000));
        }
        return new WholeFramework(
                inKroner && random.nextBoolean() ? null : 1L + random.nextInt(40_000),
                inKroner,
                inKroner ? "1000000" : null,
                random.nextBoolean() ? null : new WholeFramework.Inhabitants("2024-07-01", "Invented", july),
                growth.isEmpty()
                        ? List.of()
                        : List.of(new WholeFramework.Addition(one(WholeFramework.Kind.values()), "Invented", growth)),
                excluding || random.nextBoolean()
                        ? null
                        : new WholeFramework.WholeGuarantee(
                                random.nextInt(90) + ".5", "Invented", before, random.nextBoolean() ? null : after),
                random.nextBoolean() ? null : (long) random.nextInt(10_000));
    }

    private boolean isNormalised;

    private PotModel.Objective objective(List<RunInputs.Municipality> municipalities, int unit) {
        var indices = indices(municipalities);
        var floor = random.nextInt(4);
        var cap = random.nextInt(4);
        return new PotModel.Objective(
                weights(indices),
                null,
                isNormalised,
                indices,
                floor == 1 ? (long) unit * random.nextInt(30) : null,
                cap == 1 ? 30L * unit + (long) unit * random.nextInt(400) : null,
                floor == 2 ? each(municipalities, unit, 0, 30) : null,
                cap == 2 ? each(municipalities, unit, 30, 400) : null,
                floor == 3 ? random.nextInt(3) + "." + random.nextInt(100) : null,
                cap == 3 ? 10 + random.nextInt(90) + "." + random.nextInt(100) : null);
    }

    private Map<String, Long> each(List<RunInputs.Municipality> municipalities, int unit, int from, int span) {
        var limits = new HashMap<String, Long>();
        for (var one : municipalities) {
            if (random.nextBoolean()) {
                limits.put(one.number(), (long) unit * (from + random.nextInt(span)));
            }
        }
        return limits;
    }

    private PotModel.Indices indices(List<RunInputs.Municipality> municipalities) {
        if (random.nextInt(3) > 0) {
            return null;
        }
        var values = new HashMap<String, String>();
        for (var one : municipalities) {
            if (values.isEmpty() || random.nextInt(4) > 0) {
                values.put(one.number(), "0." + (1 + random.nextInt(99)) + "1");
            }
        }
        return new PotModel.Indices(values, one(WhenMissing.EXCLUDE, WhenMissing.OWN_KEY), null);
    }

    private List<PotModel.Weight> weights(PotModel.Indices indices) {
        isNormalised = random.nextBoolean();
        if (indices != null && indices.whenMissing() == WhenMissing.EXCLUDE) {
            return List.of();
        }
        var count = 1 + random.nextInt(3);
        var given = isNormalised
                ? IntStream.range(0, count)
                        .mapToObj(k -> Integer.toString(1 + random.nextInt(9)))
                        .toList()
                : List.of(List.of("1"), List.of("0.6", "0.4"), List.of("0.5", "0.375", "0.125"))
                        .get(count - 1);
        return IntStream.range(0, count)
                .mapToObj(k -> new PotModel.Weight(FIGURES[k], 2024, given.get(k)))
                .toList();
    }

    @SafeVarargs
    private final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
