package no.opptrapping.grant.allocation.reserve;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.Corrections;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.applications.Scopes;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.platform.values.CountyGovernorOfficeId;

/**
 * The reserve lists (<i>reservelister</i>) of calls: what the adopted runs had no money left for, computed again from the
 * stored runs, with what has been offered since.
 */
@ApplicationScoped
@Transactional
public class ReserveLists {
    private final AllocationRuns runs;
    private final Corrections corrections;
    private final ReserveOffers offers;
    private final Awards awards;
    private final Scopes scopes;

    ReserveLists(AllocationRuns runs, Corrections corrections, ReserveOffers offers, Awards awards, Scopes scopes) {
        this.runs = runs;
        this.corrections = corrections;
        this.offers = offers;
        this.awards = awards;
        this.scopes = scopes;
    }

    /** The call's list in its order; empty when the engine no longer gives what one of its runs showed. */
    public Optional<List<ReserveEntry>> of(Call call) {
        var decided = call.parts().decided().stream()
                .sorted(Comparator.comparingInt(ReserveLists::number).thenComparing(CallParts.Decided::at))
                .toList();
        var list = new ArrayList<ReserveEntry>();
        for (var part : decided) {
            // A correction takes the place of the run that decided the part.
            var run = runs.find(corrections.newest(new RunId(part.run()))).flatMap(ComputedRun::of);
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
        return Optional.of(now(call, byOffice(call, list)));
    }

    /** One list after the other, each numbered by itself. */
    private List<ReserveEntry> byOffice(Call call, List<ReserveEntry> list) {
        var offices = scopes.offices(call);
        var lists = new TreeMap<Optional<CountyGovernorOfficeId>, List<ReserveEntry>>(
                Comparator.comparing(office -> office.map(Object::toString).orElse("")));
        for (var entry : list) {
            var office = offices.apply(entry.municipality());
            var its = lists.computeIfAbsent(office, _ -> new ArrayList<>());
            its.add(entry.of(office, its.size() + 1));
        }
        return lists.values().stream().flatMap(List::stream).toList();
    }

    private List<ReserveEntry> now(Call call, List<ReserveEntry> list) {
        var made = awards.ofApplications(list.stream().map(ReserveEntry::id).toList()).stream()
                .collect(Collectors.groupingBy(award -> award.application().orElseThrow()));
        var proposed = offers.of(call.id()).stream()
                .filter(offer -> offer.decision().isEmpty())
                .map(ReserveOffer::application)
                .collect(Collectors.toSet());
        return list.stream()
                .map(entry -> {
                    var award = lastingOf(made.getOrDefault(entry.id(), List.of()));
                    return entry.now(
                            award.map(Award::amount),
                            award.filter(one -> !one.isValid()).isPresent(),
                            proposed.contains(entry.id()));
                })
                .toList();
    }

    /**
     * Of an application's awards the valid one, or the one that its municipality declined or let lapse. One that a correction
     * has left nothing of is as if it had not been made.
     */
    static Optional<Award> lastingOf(List<Award> awards) {
        return awards.stream()
                .filter(award -> award.ending()
                        .filter(ending -> ending.cause() == Award.Ending.Cause.REDUCED)
                        .isEmpty())
                .max(Comparator.comparing(Award::isValid));
    }

    private static int number(CallParts.Decided part) {
        return part.round() == null ? 0 : part.round();
    }
}
