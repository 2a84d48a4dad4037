package no.opptrapping.grant.allocation.runs;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Sha256;

/** Computes a run from its inputs and nothing else: the same inputs give the same amounts for ever. */
public final class RunDivision {
    private final RunInputs inputs;
    private final RunModels models;

    public RunDivision(RunInputs inputs) {
        this(inputs, new RunModels(inputs));
    }

    RunDivision(RunInputs inputs, RunModels models) {
        this.inputs = inputs;
        this.models = models;
    }

    /** The division of the same inputs with other parameters; what is read of the rows is shared. */
    public RunDivision with(RunParameters parameters) {
        var others = inputs.with(parameters);
        return new RunDivision(others, models.with(others));
    }

    /** The division of other inputs, of which only one municipality's row and the money are not what they were. */
    RunDivision assuming(RunInputs others, RunInputs.Municipality changed) {
        return new RunDivision(others, models.assuming(others, changed));
    }

    /** The whole run. */
    public Pots.Result divide() {
        return pots().divide();
    }

    /** The whole run, if it gives the amounts that are hashed so; empty when the engine gives others. */
    Optional<Pots.Result.Allocated> giving(String hash) {
        return divide() instanceof Pots.Result.Allocated result && hash(result).equals(hash)
                ? Optional.of(result)
                : Optional.empty();
    }

    private Pots pots() {
        var pots = inputs.parameters().pots();
        return new Pots(
                Kroner.of(inputs.budget()),
                inputs.committed(),
                IntStream.range(0, pots.size())
                        .mapToObj(i -> new Pots.Pot(
                                pots.get(i).name(),
                                part(pots.get(i)),
                                models.of(i),
                                pots.get(i).exclusive()))
                        .toList());
    }

    private static Pots.Part part(RunParameters.Pot pot) {
        return pot.amount() == null ? new Pots.Part.Remainder() : new Pots.Part.Sum(Kroner.of(pot.amount()));
    }

    /** SHA-256 over pots, recipient keys and whole kroner. */
    public static String hash(Pots.Result.Allocated result) {
        var pots = new ArrayList<Map<String, Object>>();
        for (var pot : result.pots()) {
            var amounts = new TreeMap<String, Long>();
            pot.division()
                    .lines()
                    .forEach(line -> amounts.put(
                            line.recipient().toString(), line.amount().value()));
            pots.add(Map.of("name", pot.name(), "amounts", amounts));
        }
        return Sha256.of(CanonicalJson.of(pots));
    }
}
