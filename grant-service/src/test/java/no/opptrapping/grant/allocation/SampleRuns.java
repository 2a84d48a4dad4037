package no.opptrapping.grant.allocation;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Sha256;

/** Runs over the three municipalities of the worked example, without a database. */
public final class SampleRuns {
    private static final String SCHEME = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d01";
    private static final String OLD_SCHEME = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d02";
    private static final String CALL = "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d03";
    private static final List<PotModel.Weight> WEIGHTS = List.of(
            new PotModel.Weight("population", 2024, "0.6"), new PotModel.Weight("social-assistance", 2024, "0.4"));

    private static final PotModel OBJECTIVE =
            new PotModel.Objective(WEIGHTS, null, false, null, 250_000L, null, null, null, null, null);

    private SampleRuns() {}

    /** A million by inhabitants and recipients of social assistance, with a floor of 250 000. */
    public static ComputedRun objective() {
        return run(OBJECTIVE, 1_000_000, 1000, List.of());
    }

    /** The same, with the words for everything that somebody writes of it: its name, its pot's and 1101's. */
    public static ComputedRun objectiveCalled(String words) {
        return run(OBJECTIVE, 1_000_000, 1000, List.of(), words, words, words);
    }

    /** The run, adopted on 2 February 2025. */
    public static ComputedRun adopted(ComputedRun run) {
        var made = run.run();
        return ComputedRun.of(new AllocationRun(
                        made.id(),
                        made.name(),
                        made.scheme(),
                        Optional.of(1),
                        made.year(),
                        made.madeBy(),
                        made.madeAt(),
                        made.inputs(),
                        made.inputHash(),
                        made.resultHash(),
                        made.budget(),
                        made.sum(),
                        made.recipients(),
                        Optional.of(new AllocationRun.Adoption("leader-1", Instant.parse("2025-02-02T08:00:00Z")))))
                .orElseThrow();
    }

    public static ComputedRun incorporation() {
        return run(
                new PotModel.Incorporation(
                        OLD_SCHEME,
                        2024,
                        WEIGHTS,
                        null,
                        false,
                        null,
                        new PotModel.Guarantee(GuaranteeVariant.STATE, "50"),
                        null),
                1_000_000,
                1,
                List.of());
    }

    public static ComputedRun framework() {
        return run(new PotModel.Framework(WEIGHTS, null, false, null), 1_000_000, 1, List.of());
    }

    public static ComputedRun application() {
        return run(
                new CallModel.Application(CALL, DivisionRule.RANKED, TieRule.EARLIEST),
                500_000,
                1,
                List.of(applied(1, "1101", 400_000), applied(2, "1102", 300_000), applied(3, "1103", 200_000)));
    }

    public static ComputedRun positions() {
        return run(
                new CallModel.Positions(CALL, 330_000, List.of("1", "0.75"), DivisionRule.RANKED, TieRule.EARLIEST),
                600_000,
                1,
                List.of(applied(1, "1101", 400_000), applied(2, "1102", 300_000)));
    }

    public static ComputedRun activity() {
        return run(
                new PotModel.Activity(
                        "1000",
                        "0.2",
                        2024,
                        List.of(
                                new PotModel.Units("1101", "300"),
                                new PotModel.Units("1102", "10"),
                                new PotModel.Units("1103", "500.5"))),
                500_000,
                1,
                List.of());
    }

    private static RunInputs.Application applied(int rank, String number, long assessed) {
        return new RunInputs.Application(
                CALL,
                new UUID(1, rank).toString(),
                "76562-2025-S" + rank,
                new UUID(0, rank).toString(),
                number,
                assessed,
                assessed,
                0,
                rank,
                null,
                "2025-03-01T10:00:00Z",
                List.of(),
                List.of(new RunInputs.Position(100, 1), new RunInputs.Position(50, 2)));
    }

    private static ComputedRun run(PotModel model, long budget, int unit, List<RunInputs.Application> applications) {
        return run(model, budget, unit, applications, "Prøve", "Hele beløpet", "Storby");
    }

    private static ComputedRun run(
            PotModel model,
            long budget,
            int unit,
            List<RunInputs.Application> applications,
            String name,
            String pot,
            String city) {
        var inputs = new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(
                        SCHEME,
                        2025,
                        "2025-01-01",
                        unit,
                        2024,
                        List.of(new RunParameters.Pot(pot, null, false, null, model))),
                budget,
                List.of(new RunInputs.Indicator("population", 2024, "2024-01-01", 1, "persons", "Invented")),
                List.of(
                        municipality(1, "1101", city, "600", "50"),
                        municipality(2, "1102", "=HYPERLINK(\"http://example.org\";\"Bygd\")", "300", "10"),
                        municipality(3, "1103", "Grend, \"indre\"", "100", "40")),
                applications,
                List.of(
                        new RunInputs.Before(OLD_SCHEME, 2024, "1101", 900_000),
                        new RunInputs.Before(OLD_SCHEME, 2024, "1102", 100_000)),
                null,
                List.of("1101", "1103"));
        var canonical = CanonicalJson.of(inputs);
        if (!(new RunDivision(inputs).divide() instanceof Pots.Result.Allocated result)) {
            throw new IllegalStateException("The sample cannot be divided");
        }
        var run = new AllocationRun(
                new RunId(new UUID(2, 1)),
                name,
                new SchemeId(UUID.fromString(SCHEME)),
                Optional.of(1),
                Year.of(2025),
                "adviser-1",
                Instant.parse("2025-01-10T08:00:00Z"),
                canonical,
                Sha256.of(canonical),
                RunDivision.hash(result),
                Kroner.of(budget),
                result.sum(),
                3,
                Optional.empty());
        return ComputedRun.of(run).orElseThrow();
    }

    private static RunInputs.Municipality municipality(
            int serial, String number, String name, String inhabitants, String recipients) {
        return new RunInputs.Municipality(
                new UUID(0, serial).toString(),
                number,
                name,
                inhabitants,
                Map.of("population/2024", inhabitants, "social-assistance/2024", recipients));
    }
}
