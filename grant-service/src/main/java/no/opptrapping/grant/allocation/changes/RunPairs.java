package no.opptrapping.grant.allocation.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import no.opptrapping.grant.allocation.runs.Corrections;
import no.opptrapping.grant.allocation.runs.Preliminaries;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Finds the two runs that a change is between. It only reads: what cannot be read does not undo the adoption whose letters
 * would tell of it.
 */
@ApplicationScoped
class RunPairs {
    private static final int MOST = 20;
    private static final int MOST_KNOWN = 1_000;

    private final AllocationRuns runs;
    private final MoveAmounts moveAmounts;
    private final KnownMunicipalities municipalities;
    private final Corrections corrections;
    private final Preliminaries preliminaries;
    private final Cache<RunId, List<? extends Class<? extends PotModel>>> models =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    RunPairs(
            AllocationRuns runs,
            MoveAmounts moveAmounts,
            KnownMunicipalities municipalities,
            Corrections corrections,
            Preliminaries preliminaries) {
        this.corrections = corrections;
        this.preliminaries = preliminaries;
        this.runs = runs;
        this.moveAmounts = moveAmounts;
        this.municipalities = municipalities;
    }

    @Transactional(dontRollbackOn = RuntimeException.class)
    Optional<AllocationRun> find(RunId id) {
        return runs.find(id);
    }

    /**
     * The adopted run of the scheme's year before: of several the one that was made last among those with the same
     * models, else the one that was made last.
     */
    @Transactional(dontRollbackOn = RuntimeException.class)
    Optional<AllocationRun> former(AllocationRun run) {
        var before = adopted(run.scheme(), Year.of(run.year().getValue() - 1));
        var models = before.size() > 1 ? models(run.id()) : List.of();
        return before.stream()
                .filter(one -> before.size() == 1 || models.equals(models(one.id())))
                .findFirst()
                .or(() -> before.stream().findFirst())
                .flatMap(one -> runs.find(one.id()));
    }

    /** Whether one is of an earlier year, or an edition that the other corrected or, being preliminary, led to. */
    @Transactional(dontRollbackOn = RuntimeException.class)
    boolean isEarlier(AllocationRun from, AllocationRun to) {
        var editions = corrections.editions(to.id());
        return from.year().isBefore(to.year())
                || editions.contains(from.id())
                || editions.stream()
                        .flatMap(edition -> preliminaries.followedBy(edition).stream())
                        .anyMatch(one -> one.run().equals(from.id()));
    }

    /**
     * The former run where the scheme's year before had one, and the run's own year has no other and is not a round
     * of it or an office's: then both are what municipalities got of the years.
     */
    @Transactional(dontRollbackOn = RuntimeException.class)
    Optional<AllocationRun> onlyFormer(AllocationRun run) {
        var before = adopted(run.scheme(), Year.of(run.year().getValue() - 1));
        var editions = corrections.editions(run.id());
        var beside = adopted(run.scheme(), run.year()).stream()
                .filter(one -> !editions.contains(one.id()))
                .toList();
        var parameters = run.readInputs().parameters();
        var isPart = parameters.office().isPresent()
                || parameters.parts().stream().anyMatch(part -> part.round().isPresent());
        return before.size() == 1 && beside.isEmpty() && !isPart
                ? runs.find(before.getFirst().id())
                : Optional.empty();
    }

    /** Those that no correction has taken the place of. */
    private List<AllocationRun.Heading> adopted(SchemeId scheme, Year year) {
        return runs
                .list(
                        new AllocationRuns.Filter(Optional.of(scheme), Optional.of(year), Optional.of(true)),
                        Optional.empty(),
                        MOST)
                .stream()
                .filter(one -> corrections.correcting(one.id()).isEmpty())
                .toList();
    }

    /** The inputs of a run are long, and never change. */
    private List<? extends Class<? extends PotModel>> models(RunId id) {
        return models.get(
                id,
                one -> runs.find(one).stream()
                        .flatMap(run -> run.readInputs().parameters().pots().stream())
                        .map(pot -> pot.model().getClass())
                        .toList());
    }

    @Transactional(dontRollbackOn = RuntimeException.class)
    Function<MunicipalityId, List<Successor>> heirsOn(LocalDate date) {
        return moveAmounts.heirsOn(date);
    }

    /** Municipalities by the names that they had in the run's structure. */
    @Transactional(dontRollbackOn = RuntimeException.class)
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
