package no.opptrapping.grant.allocation.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.changes.ExplainChange.Outcome;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.OpenRuns;
import no.opptrapping.grant.allocation.runs.OwnRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.DutyBearers;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Shows why amounts changed: to people of the administration all of it, to a county governor's those of the counties;
 * between adopted runs, or such as are published as preliminary, that divide by public figures alone to anybody, and by
 * anything else to a municipality, or who acts for it, its own. Who may see nothing of it is told before it is computed.
 */
@ApplicationScoped
public class SeeChange {
    private final ExplainChange explainChange;
    private final RunPairs pairs;
    private final OpenRuns openRuns;
    private final OwnRuns ownRuns;
    private final CallerSight sight;
    private final CallingMunicipality calling;
    private final DutyBearers dutyBearers;
    private final Clock clock;

    SeeChange(
            ExplainChange explainChange,
            RunPairs pairs,
            OpenRuns openRuns,
            OwnRuns ownRuns,
            CallerSight sight,
            CallingMunicipality calling,
            DutyBearers dutyBearers,
            Clock clock) {
        this.explainChange = explainChange;
        this.pairs = pairs;
        this.openRuns = openRuns;
        this.ownRuns = ownRuns;
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
        var asking = asking(caller, caller instanceof Caller.Staff, (older, newer) -> switch (caller) {
            case Caller.Staff staff -> !seenByStaff(newer).isEmpty();
            case Caller.Organisation organisation -> isOpen(older, newer);
            case Caller.Anonymous anonymous -> isOpen(older, newer);
        });
        return switch (explainChange.explain(id, from, asking)) {
            case Outcome.Explained(var older, var newer, var table)
            when caller instanceof Caller.Staff ->
                new Outcome.Explained(older, newer, only(table, seenByStaff(newer.inputs())));
            case Outcome other -> other;
        };
    }

    /** The change with the municipality's row alone and the country; without rows where the number is in neither run. */
    public Outcome one(RunId id, MunicipalityNumber number, Optional<RunId> from, Caller caller) {
        if (!isAsked(id, from, caller)) {
            return new Outcome.Unknown();
        }
        var asking = asking(
                caller,
                caller instanceof Caller.Staff || isOwn(number),
                (older, newer) -> isSeen(number, older, newer, caller));
        return switch (explainChange.explain(id, from, asking)) {
            case Outcome.Explained(var older, var newer, var table) ->
                new Outcome.Explained(older, newer, only(table, Set.of(number.value())));
            case Outcome other -> other;
        };
    }

    /** Whether the municipality that calls has the number today. */
    private boolean isOwn(MunicipalityNumber number) {
        return calling.get().filter(own -> own.number().equals(number)).isPresent();
    }

    private ExplainChange.Asking asking(
            Caller caller, boolean mayCompareAny, BiPredicate<RunInputs, RunInputs> maySee) {
        var isSignedIn = !(caller instanceof Caller.Anonymous);
        return new ExplainChange.Asking() {
            @Override
            public boolean mayCompare(AllocationRun from, AllocationRun to) {
                return mayCompareAny || pairs.isEarlier(from, to);
            }

            @Override
            public boolean maySee(RunInputs older, RunInputs newer) {
                return maySee.test(older, newer);
            }

            @Override
            public boolean isSignedIn() {
                return isSignedIn;
            }
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

    /** A run that is neither adopted nor published is nobody's but that part of the administration's which handles it. */
    private boolean isAsked(RunId id, Optional<RunId> from, Caller caller) {
        return caller instanceof Caller.Staff
                ? isHandled(id) && from.map(this::isHandled).orElse(true)
                : isOut(id) && from.map(this::isOut).orElse(true);
    }

    /** What does not exist is answered with the rest. */
    private boolean isHandled(RunId id) {
        return isOut(id) || pairs.find(id).map(ownRuns::sees).orElse(true);
    }

    private boolean isOut(RunId id) {
        return openRuns.find(id).isPresent();
    }

    private boolean isSeen(MunicipalityNumber number, RunInputs older, RunInputs newer, Caller caller) {
        var identity =
                Stream.of(newer, older).flatMap(inputs -> of(number, inputs)).findFirst();
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

    private static Stream<MunicipalityId> of(MunicipalityNumber number, RunInputs inputs) {
        return inputs.municipalities().stream()
                .filter(one -> one.number().equals(number.value()))
                .map(RunInputs.Municipality::identity);
    }

    private Set<String> seenByStaff(RunInputs newer) {
        return newer.municipalities().stream()
                .filter(one -> sight.get().only().isEmpty() || sight.get().covers(one.identity()))
                .map(RunInputs.Municipality::number)
                .collect(Collectors.toSet());
    }

    private static boolean isOpen(RunInputs older, RunInputs newer) {
        return RunPairs.isOpen(older) && RunPairs.isOpen(newer);
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
