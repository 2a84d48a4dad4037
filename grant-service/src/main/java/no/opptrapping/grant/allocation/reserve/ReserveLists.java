package no.opptrapping.grant.allocation.reserve;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallParts;

/**
 * The reserve lists (<i>reservelister</i>) of calls: what the adopted runs had no money left for, computed again from the
 * stored runs, with what has been offered since.
 */
@ApplicationScoped
@Transactional
public class ReserveLists {
    private final AllocationRuns runs;
    private final ReserveOffers offers;
    private final Awards awards;

    ReserveLists(AllocationRuns runs, ReserveOffers offers, Awards awards) {
        this.runs = runs;
        this.offers = offers;
        this.awards = awards;
    }

    /** The call's list in its order; empty when the engine no longer gives what one of its runs showed. */
    public Optional<List<ReserveEntry>> of(Call call) {
        var decided = call.parts().decided().stream()
                .sorted(Comparator.comparingInt(ReserveLists::number))
                .toList();
        var list = new ArrayList<ReserveEntry>();
        for (var part : decided) {
            var run = runs.find(new RunId(part.run())).flatMap(ComputedRun::of);
            if (run.isEmpty()) {
                return Optional.empty();
            }
            list.addAll(ReserveOrder.of(
                    run.get().lines(),
                    line -> run.get().application(line.line()),
                    run.get().run().id(),
                    Optional.ofNullable(part.round()),
                    list.size() + 1));
        }
        return Optional.of(now(call, list));
    }

    private List<ReserveEntry> now(Call call, List<ReserveEntry> list) {
        var made = awards.ofApplications(list.stream().map(ReserveEntry::id).toList()).stream()
                .collect(Collectors.toMap(award -> award.application().orElseThrow(), Function.identity()));
        var proposed = offers.of(call.id()).stream()
                .filter(offer -> offer.decision().isEmpty())
                .map(ReserveOffer::application)
                .collect(Collectors.toSet());
        return list.stream()
                .map(entry -> {
                    var award = Optional.ofNullable(made.get(entry.id()));
                    return entry.now(
                            award.map(Award::amount),
                            award.filter(one -> !one.isValid()).isPresent(),
                            proposed.contains(entry.id()));
                })
                .toList();
    }

    private static int number(CallParts.Decided part) {
        return part.round() == null ? 0 : part.round();
    }
}
