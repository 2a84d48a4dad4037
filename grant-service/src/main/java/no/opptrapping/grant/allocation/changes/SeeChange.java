package no.opptrapping.grant.allocation.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.grant.allocation.changes.ExplainChange.Outcome;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.DutyBearers;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Shows why amounts changed: to people of the administration all of it, to a county governor's those of the counties;
 * between adopted runs that divide by public figures alone to anybody, and by anything else to a municipality, or who
 * acts for it, its own.
 */
@ApplicationScoped
public class SeeChange {
    private final ExplainChange explainChange;
    private final RunPairs pairs;
    private final CallerSight sight;
    private final CallingMunicipality calling;
    private final DutyBearers dutyBearers;
    private final Clock clock;

    SeeChange(
            ExplainChange explainChange,
            RunPairs pairs,
            CallerSight sight,
            CallingMunicipality calling,
            DutyBearers dutyBearers,
            Clock clock) {
        this.explainChange = explainChange;
        this.pairs = pairs;
        this.sight = sight;
        this.calling = calling;
        this.dutyBearers = dutyBearers;
        this.clock = clock;
    }

    /** The change of all that the caller may see, and of the country; unknown when it may see none. */
    public Outcome all(RunId id, Optional<RunId> from, Caller caller) {
        if (!isAsked(id, from, caller)) {
            return new Outcome.Unknown();
        }
        return switch (explainChange.explain(id, from)) {
            case Outcome.Explained(var older, var newer, var table) -> {
                var seen = switch (caller) {
                    case Caller.Staff staff -> seenByStaff(newer, table);
                    case Caller.Organisation organisation -> isOpen(older, newer) ? table : nothing(table);
                    case Caller.Anonymous anonymous -> isOpen(older, newer) ? table : nothing(table);
                };
                yield seen.rows().isEmpty() ? new Outcome.Unknown() : new Outcome.Explained(older, newer, seen);
            }
            case Outcome other -> other;
        };
    }

    /** The change with the municipality's row alone and the country; without rows where the number is in neither run. */
    public Outcome one(RunId id, MunicipalityNumber number, Optional<RunId> from, Caller caller) {
        if (!isAsked(id, from, caller)) {
            return new Outcome.Unknown();
        }
        return switch (explainChange.explain(id, from)) {
            case Outcome.Explained(var older, var newer, var table) ->
                isSeen(number, older, newer, caller)
                        ? new Outcome.Explained(older, newer, only(table, Set.of(number.value())))
                        : new Outcome.Unknown();
            case Outcome other -> other;
        };
    }

    /** The municipalities of the newer run that took over from one that only the older run knows. */
    public Set<String> heirs(MunicipalityNumber number, ComputedRun older, ComputedRun newer) {
        var heirs = new TreeSet<String>();
        var on = pairs.heirsOn(RunPairs.structureOf(newer));
        older.municipality(number)
                .ifPresent(one -> on.apply(one.identity())
                        .forEach(heir -> newer.inputs().municipalities().stream()
                                .filter(there -> there.identity().equals(heir.municipality()))
                                .forEach(there -> heirs.add(there.number()))));
        return heirs;
    }

    /** A run that is not adopted is nobody's but the administration's, and is not computed for others either. */
    private boolean isAsked(RunId id, Optional<RunId> from, Caller caller) {
        return caller instanceof Caller.Staff
                || (isAdopted(id) && from.map(this::isAdopted).orElse(true));
    }

    private boolean isAdopted(RunId id) {
        return pairs.find(id).filter(run -> run.isAdopted()).isPresent();
    }

    private boolean isSeen(MunicipalityNumber number, ComputedRun older, ComputedRun newer, Caller caller) {
        var identity =
                newer.municipality(number).or(() -> older.municipality(number)).map(one -> one.identity());
        return switch (caller) {
            case Caller.Staff staff ->
                identity.map(sight.get()::covers).orElse(sight.get().only().isEmpty());
            case Caller.Organisation organisation ->
                isOpen(older, newer)
                        || identity.flatMap(id -> calling.get()
                                        .filter(own ->
                                                dutyBearers.answersFor(own.id(), id, BusinessDates.today(clock))))
                                .isPresent();
            case Caller.Anonymous anonymous -> isOpen(older, newer);
        };
    }

    private ChangeTable seenByStaff(ComputedRun newer, ChangeTable table) {
        if (sight.get().only().isEmpty()) {
            return table;
        }
        var seen = new TreeSet<String>();
        newer.inputs().municipalities().stream()
                .filter(one -> sight.get().covers(one.identity()))
                .forEach(one -> seen.add(one.number()));
        return only(table, seen);
    }

    private static boolean isOpen(ComputedRun older, ComputedRun newer) {
        return RunPairs.isOpen(older.inputs()) && RunPairs.isOpen(newer.inputs());
    }

    private static ChangeTable nothing(ChangeTable table) {
        return only(table, Set.of());
    }

    private static ChangeTable only(ChangeTable table, Set<String> numbers) {
        return new ChangeTable(
                table.causes(),
                table.rows().stream()
                        .filter(row -> numbers.contains(row.number()))
                        .toList(),
                table.total(),
                table.impossible(),
                table.divisions());
    }
}
