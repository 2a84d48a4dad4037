package no.opptrapping.grant.allocation.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.allocation.inputs.MoveAmounts;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.values.MunicipalityId;

/** Finds the two runs that a change is between. */
@ApplicationScoped
class RunPairs {
    private static final int MOST = 20;

    private final AllocationRuns runs;
    private final MoveAmounts moveAmounts;
    private final KnownMunicipalities municipalities;

    RunPairs(AllocationRuns runs, MoveAmounts moveAmounts, KnownMunicipalities municipalities) {
        this.runs = runs;
        this.moveAmounts = moveAmounts;
        this.municipalities = municipalities;
    }

    @Transactional
    Optional<AllocationRun> find(RunId id) {
        return runs.find(id);
    }

    /**
     * The adopted run of the scheme's year before: of several the one that was made last among those with the same
     * models, else the one that was made last.
     */
    @Transactional
    Optional<AllocationRun> former(AllocationRun run) {
        var before = runs.adoptedOf(run.scheme(), Year.of(run.year().getValue() - 1), MOST);
        var models = before.size() > 1 ? models(run) : List.of();
        return before.stream()
                .filter(one -> models.equals(models(one)))
                .findFirst()
                .or(() -> before.stream().findFirst());
    }

    /**
     * The former run where the scheme's year before had one, and the run's own year has no other and is not a round
     * of it or an office's: then both are what municipalities got of the years.
     */
    @Transactional
    Optional<AllocationRun> onlyFormer(AllocationRun run) {
        var before = runs.adoptedOf(run.scheme(), Year.of(run.year().getValue() - 1), 2);
        var beside = runs.adoptedOf(run.scheme(), run.year(), 2).stream()
                .filter(one -> !one.id().equals(run.id()))
                .toList();
        var parameters = run.readInputs().parameters();
        var isPart = parameters.office().isPresent()
                || parameters.parts().stream().anyMatch(part -> part.round().isPresent());
        return before.size() == 1 && beside.isEmpty() && !isPart ? Optional.of(before.getFirst()) : Optional.empty();
    }

    private static List<Class<? extends PotModel>> models(AllocationRun run) {
        return run.readInputs().parameters().pots().stream()
                .<Class<? extends PotModel>>map(pot -> pot.model().getClass())
                .toList();
    }

    @Transactional
    Function<MunicipalityId, List<Successor>> heirsOn(LocalDate date) {
        return moveAmounts.heirsOn(date);
    }

    /** Municipalities by the names that they had in the run's structure. */
    @Transactional
    List<String> names(ComputedRun run, Iterable<MunicipalityId> some) {
        var then = structureOf(run);
        var structure = municipalities.structure();
        var names = new ArrayList<String>();
        some.forEach(id -> names.add(structure
                .on(id, then)
                .map(known -> known.number() + " " + known.name())
                .orElseGet(id::toString)));
        return names.stream().sorted().toList();
    }

    static LocalDate structureOf(ComputedRun run) {
        return LocalDate.parse(run.inputs().parameters().structureDate());
    }

    /** Whether the run divides by figures that are public alone, so that anybody may see why it changed. */
    static boolean isOpen(RunInputs inputs) {
        return inputs.parameters().pots().stream()
                        .allMatch(pot -> pot.model().dividesFramework() || pot.model() instanceof PotModel.Objective)
                && inputs.promised().isEmpty();
    }
}
