package no.opptrapping.grant.allocation.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.inputs.MoveAmounts;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.EarmarkedBefore;
import no.opptrapping.grant.known.KnownIndicators;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * Compares a run with other runs, or with what was awarded in a year, in the newest municipality structure of the runs;
 * amounts of older structures are moved there through the lineage, to the krone. Inhabitants are those of the first run
 * of that structure, so they are the same for every side.
 */
@ApplicationScoped
public class CompareAllocations {
    /** What is compared; {@code beyond}: winners and losers change by strictly more kroner per inhabitant. */
    public record Command(RunId run, List<RunId> with, Optional<AwardsOf> awards, Decimal beyond) {
        public Command {
            with = List.copyOf(with);
        }
    }

    /** The valid awards of a year; of the run's own scheme where none is named. */
    public record AwardsOf(Optional<SchemeId> scheme, Year year) {}

    /**
     * One side.
     *
     * @param run empty for what was awarded
     * @param structureDate of a run; null for awards, which carry the municipalities that they were made to
     * @param moved how many municipalities' amounts were moved to successors
     */
    public record Side(
            Optional<RunId> run,
            Optional<String> name,
            SchemeId scheme,
            int year,
            @Nullable LocalDate structureDate,
            int moved,
            Kroner sum) {}

    /** The comparison and what it is of; {@code sides} in the order of the amounts in its rows. */
    public record Compared(
            LocalDate structureDate, int populationYear, List<Side> sides, Decimal beyond, Comparison comparison) {
        public Compared {
            sides = List.copyOf(sides);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The comparison. */
        record Done(Compared compared) implements Outcome {}

        /** There is no such run. */
        record Unknown() implements Outcome {}

        /** Neither another run nor a year of awards was named. */
        record NothingToCompareWith() implements Outcome {}

        /** The engine no longer gives what this run showed. */
        record NotReproducible(RunId run) implements Outcome {}

        /** Nobody is known to have taken over from these, by their names. */
        record NotMovable(List<String> municipalities) implements Outcome {
            public NotMovable {
                municipalities = List.copyOf(municipalities);
            }
        }
    }

    private record Unmoved(
            Optional<RunId> run,
            Optional<String> name,
            SchemeId scheme,
            int year,
            @Nullable LocalDate structureDate,
            Map<MunicipalityId, Kroner> amounts) {}

    private final AllocationRuns runs;
    private final EarmarkedBefore earmarked;
    private final MoveAmounts moveAmounts;
    private final KnownMunicipalities municipalities;
    private final KnownIndicators indicators;

    CompareAllocations(
            AllocationRuns runs,
            EarmarkedBefore earmarked,
            MoveAmounts moveAmounts,
            KnownMunicipalities municipalities,
            KnownIndicators indicators) {
        this.runs = runs;
        this.earmarked = earmarked;
        this.moveAmounts = moveAmounts;
        this.municipalities = municipalities;
        this.indicators = indicators;
    }

    @Transactional
    public Outcome compare(Command command) {
        if (command.with().isEmpty() && command.awards().isEmpty()) {
            return new Outcome.NothingToCompareWith();
        }
        var computed = new ArrayList<ComputedRun>();
        var ids = new ArrayList<>(List.of(command.run()));
        ids.addAll(command.with());
        for (var id : ids) {
            var run = runs.find(id);
            if (run.isEmpty()) {
                return new Outcome.Unknown();
            }
            var again = ComputedRun.of(run.get());
            if (again.isEmpty()) {
                return new Outcome.NotReproducible(id);
            }
            computed.add(again.get());
        }
        return compare(computed, command);
    }

    private Outcome compare(List<ComputedRun> computed, Command command) {
        var newest = computed.stream()
                .map(CompareAllocations::structureOf)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var basis = computed.stream()
                .filter(run -> structureOf(run).equals(newest))
                .findFirst()
                .orElseThrow();
        var sides = new ArrayList<Side>();
        var amounts = new ArrayList<Map<MunicipalityId, Kroner>>();
        for (var side : unmoved(computed, command)) {
            var moved = moveAmounts.move(side.amounts(), newest);
            if (!moved.lost().isEmpty()) {
                return new Outcome.NotMovable(names(side, moved.lost().keySet()));
            }
            amounts.add(moved.amounts());
            sides.add(new Side(
                    side.run(),
                    side.name(),
                    side.scheme(),
                    side.year(),
                    side.structureDate(),
                    moved.moved().size(),
                    Kroner.sum(moved.amounts().values())));
        }
        return new Outcome.Done(new Compared(
                newest,
                basis.inputs().parameters().populationYear(),
                sides,
                command.beyond(),
                new Comparison(places(basis), amounts, command.beyond().toFraction())));
    }

    private List<Unmoved> unmoved(List<ComputedRun> computed, Command command) {
        var all = new ArrayList<Unmoved>();
        for (var run : computed) {
            all.add(new Unmoved(
                    Optional.of(run.run().id()),
                    Optional.of(run.run().name()),
                    run.run().scheme(),
                    run.run().year().getValue(),
                    structureOf(run),
                    run.amountsByIdentity()));
        }
        command.awards().ifPresent(awards -> {
            var scheme = awards.scheme().orElse(computed.getFirst().run().scheme());
            all.add(new Unmoved(
                    Optional.empty(),
                    Optional.empty(),
                    scheme,
                    awards.year().getValue(),
                    null,
                    earmarked.perMunicipality(scheme, awards.year())));
        });
        return all;
    }

    /** The municipalities by the names that they had when the amounts were theirs. */
    private List<String> names(Unmoved side, Set<MunicipalityId> lost) {
        var then = Optional.ofNullable(side.structureDate()).orElseGet(() -> LocalDate.of(side.year(), 1, 1));
        return lost.stream()
                .sorted()
                .map(id -> municipalities
                        .byId(id, then)
                        .map(known -> known.number() + " " + known.name())
                        .orElse(id.toString()))
                .toList();
    }

    private List<Place> places(ComputedRun basis) {
        var classes = new EnumMap<Grouping, Map<MunicipalityNumber, String>>(Grouping.class);
        Grouping.INDICATORS.forEach(grouping -> classes.put(grouping, classes(grouping, structureOf(basis))));
        return basis.inputs().municipalities().stream()
                .map(municipality -> place(municipality, classes))
                .toList();
    }

    /** The grouping of the structure; where it is published for 1 January only, of that day of the same year. */
    private Map<MunicipalityNumber, String> classes(Grouping grouping, LocalDate structure) {
        var ofTheDay = indicators.grouping(grouping.code(), structure);
        return ofTheDay.isEmpty() ? indicators.grouping(grouping.code(), structure.withDayOfYear(1)) : ofTheDay;
    }

    private static Place place(
            RunInputs.Municipality municipality, Map<Grouping, Map<MunicipalityNumber, String>> classes) {
        var number = new MunicipalityNumber(municipality.number());
        var inhabitants = Optional.ofNullable(municipality.inhabitants())
                .map(Decimal::of)
                .filter(Decimal::isPositive)
                .map(Decimal::toFraction);
        var groups = new HashMap<Grouping, String>();
        groups.put(Grouping.COUNTY, number.county());
        inhabitants.map(PopulationClass::of).ifPresent(key -> groups.put(Grouping.POPULATION_CLASS, key));
        classes.forEach((grouping, keys) -> {
            var key = keys.get(number);
            if (key != null) {
                groups.put(grouping, key);
            }
        });
        return new Place(municipality.identity(), number, municipality.name(), inhabitants, groups);
    }

    private static LocalDate structureOf(ComputedRun run) {
        return LocalDate.parse(run.inputs().parameters().structureDate());
    }
}
