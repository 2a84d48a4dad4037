package no.opptrapping.grant.allocation.reserve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** The order of a reserve list, and that nobody on it is passed over without a reason. */
final class ReserveOrder {
    /** Where those stand that the run gave no place, because earlier positions took all there was. */
    private static final int AFTER_THE_PLACED = Integer.MAX_VALUE;

    private static final Comparator<Stopped> IN_ORDER = Comparator.comparingInt(Stopped::positions)
            .thenComparingInt(Stopped::rank)
            .thenComparing(one -> one.application().reference());

    private ReserveOrder() {}

    /** Somebody whom the money did not reach: the class of positions, and the rank in it, where it stopped. */
    private record Stopped(RunInputs.Application application, int positions, int rank, Kroner due, Kroner awarded) {}

    /**
     * Those that a run had no money left for, in its order: ranked ones that got less than they were due. Where money is
     * divided in proportion everybody is cut, and nobody is the next.
     *
     * @param first the place of the first of them
     */
    static List<ReserveEntry> of(
            List<PotLine> lines,
            Function<PotLine, Optional<RunInputs.Application>> applications,
            RunId run,
            Optional<Integer> round,
            int first) {
        var ordered = lines.stream()
                .flatMap(line -> applications.apply(line).stream().flatMap(application -> stopped(line, application)))
                .sorted(IN_ORDER)
                .toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(i -> {
                    var one = ordered.get(i);
                    return new ReserveEntry(
                            first + i,
                            one.application(),
                            run,
                            round,
                            Optional.empty(),
                            one.due(),
                            one.awarded(),
                            ReserveEntry.State.WAITING);
                })
                .toList();
    }

    private static Stream<Stopped> stopped(PotLine line, RunInputs.Application application) {
        if (line.pot()
                .model()
                .byCall()
                .filter(model -> model.rule() == DivisionRule.RANKED)
                .isEmpty()) {
            return Stream.empty();
        }
        return stopped(application, line.applied());
    }

    private static Stream<Stopped> stopped(RunInputs.Application application, List<ApplicationLine> classes) {
        return IntStream.range(0, classes.size())
                .filter(i -> isShort(classes.get(i)))
                .mapToObj(i -> new Stopped(
                        application,
                        i,
                        classes.get(i).place().orElse(AFTER_THE_PLACED),
                        Kroner.sum(
                                classes.stream().map(ApplicationLine::assessed).toList()),
                        Kroner.sum(classes.stream().map(ApplicationLine::amount).toList())))
                .limit(1);
    }

    private static boolean isShort(ApplicationLine line) {
        return line.amount().compareTo(line.assessed()) < 0 && line.reason() != Reason.POSITIONS_BELOW_SMALLEST_USEFUL;
    }

    /**
     * What stands in the way of offering money to one of the list: everybody before it that waits is passed over with a
     * reason, and nobody else.
     */
    static List<BrokenRule> brokenBy(List<ReserveEntry> list, ReserveEntry chosen, List<PassedOver> passed) {
        var broken = new ArrayList<BrokenRule>();
        var before = list.stream()
                .filter(one -> one.office().equals(chosen.office())
                        && one.place() < chosen.place()
                        && one.state() == ReserveEntry.State.WAITING)
                .collect(Collectors.toMap(ReserveEntry::id, Function.identity()));
        for (var i = 0; i < passed.size(); i++) {
            if (Objects.isNull(before.remove(passed.get(i).applicationId()))) {
                broken.add(BrokenRule.of("reserve.not-before", "/passedOver/" + i + "/applicationId"));
            }
        }
        before.values().stream()
                .sorted(Comparator.comparingInt(ReserveEntry::place))
                .forEach(one -> broken.add(BrokenRule.of(
                        "reserve.passed-over-without-reason",
                        "/passedOver",
                        "reference",
                        one.application().reference(),
                        "place",
                        one.place())));
        return broken;
    }
}
