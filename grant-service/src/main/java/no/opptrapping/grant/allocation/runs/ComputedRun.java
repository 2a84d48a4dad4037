package no.opptrapping.grant.allocation.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.Fault;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** A stored run and its amounts, computed again from its inputs and found to be the same. */
public final class ComputedRun {
    private final AllocationRun run;
    private final RunInputs inputs;
    private final Pots.Result.Allocated result;
    private final Map<String, RunInputs.Municipality> municipalities;
    private final Map<String, RunInputs.Application> applications;
    private final RunDivision division;
    private final Sight sight;

    /** What a computation follows from: the same is not computed again for the next page of the same result. */
    private record Stored(RunId id, String inputHash, String resultHash) {}

    private record Divided(RunInputs inputs, RunDivision division, Pots.Result.Allocated result) {}

    /** What the run would come to with other figures of one municipality. */
    public sealed interface Assumed {
        /** The run, as if it had been divided so. */
        record Divided(ComputedRun run) implements Assumed {}

        /** It cannot be divided so. */
        record Impossible(List<Fault> faults) implements Assumed {
            public Impossible {
                faults = List.copyOf(faults);
            }
        }
    }

    private static final Recent<Stored, Divided> RECENT = new Recent<>(8);

    private ComputedRun(AllocationRun run, Divided divided, Sight sight) {
        this.sight = sight;
        this.division = divided.division();
        var inputs = divided.inputs();
        this.run = run;
        this.inputs = inputs;
        this.result = divided.result();
        this.municipalities = inputs.municipalities().stream()
                .collect(Collectors.toMap(RunInputs.Municipality::number, Function.identity()));
        this.applications = inputs.applications().stream()
                .collect(Collectors.toMap(RunInputs.Application::reference, Function.identity()));
    }

    /** Computes the run again; empty when the engine no longer gives the amounts that were stored. */
    public static Optional<ComputedRun> of(AllocationRun run) {
        return RECENT.get(new Stored(run.id(), run.inputHash(), run.resultHash()), () -> divided(run))
                .map(divided -> new ComputedRun(run, divided, new Sight.Everything()));
    }

    private static Optional<Divided> divided(AllocationRun run) {
        var inputs = run.readInputs();
        var division = new RunDivision(inputs);
        return division.giving(run.resultHash()).map(result -> new Divided(inputs, division, result));
    }

    /** A run that has just been computed. */
    static ComputedRun of(AllocationRun run, RunInputs inputs, Pots.Result.Allocated result) {
        return new ComputedRun(run, new Divided(inputs, new RunDivision(inputs), result), new Sight.Everything());
    }

    /** The same run with the lines of the municipalities that may be seen. */
    public ComputedRun seenBy(Sight one) {
        return new ComputedRun(run, new Divided(inputs, division, result), one);
    }

    /** The run with other inputs, of which only this municipality's row and the money are not what they were. */
    public Assumed assuming(RunInputs others, MunicipalityNumber number) {
        var changed = others.municipalities().stream()
                .filter(one -> one.number().equals(number.value()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not in the run's structure: " + number));
        var other = division.assuming(others, changed);
        return switch (other.divide()) {
            case Pots.Result.Allocated then ->
                new Assumed.Divided(new ComputedRun(run, new Divided(others, other, then), sight));
            case Pots.Result.Impossible(var faults) -> new Assumed.Impossible(faults);
        };
    }

    public AllocationRun run() {
        return run;
    }

    public RunInputs inputs() {
        return inputs;
    }

    public Pots.Result.Allocated result() {
        return result;
    }

    /** Every line of every pot that may be seen, by municipality number, then pot, then application. */
    public List<PotLine> lines() {
        return IntStream.range(0, result.pots().size())
                .boxed()
                .flatMap(i -> PotLine.of(
                        inputs.parameters().pots().get(i), result.pots().get(i).division()))
                .filter(one -> sight.only().isEmpty()
                        || municipality(one.line().recipient().number())
                                .filter(municipality -> sight.covers(municipality.identity()))
                                .isPresent())
                .sorted(Comparator.comparing(one -> one.line().recipient().number()))
                .toList();
    }

    /** The municipality as the run knew it; empty when it is not in the run's structure. */
    public Optional<RunInputs.Municipality> municipality(MunicipalityNumber number) {
        return Optional.ofNullable(municipalities.get(number.value()));
    }

    public Optional<RunInputs.Application> application(Division.Line line) {
        return Optional.ofNullable(applications.get(line.recipient().reference()));
    }

    /** What the municipality gets from all pots together. */
    public Kroner amount(MunicipalityNumber number) {
        return result.amounts().getOrDefault(number, Kroner.ZERO);
    }

    /**
     * What each municipality gets from all pots together, by identity; a joint application's amount by its participants'
     * shares.
     */
    public Map<MunicipalityId, Kroner> amountsByIdentity() {
        var amounts = new TreeMap<MunicipalityId, Kroner>();
        for (var one : lines()) {
            var application = application(one.line());
            application
                    .map(joint -> joint.parts(one.line().amount()))
                    .orElseGet(() -> Map.of(
                            municipality(one.line().recipient().number())
                                    .map(RunInputs.Municipality::identity)
                                    .orElseThrow(() -> new IllegalStateException("Not in the run's structure: "
                                            + one.line().recipient())),
                            one.line().amount()))
                    .forEach((municipality, amount) -> amounts.merge(municipality, amount, Kroner::plus));
        }
        return amounts;
    }
}
