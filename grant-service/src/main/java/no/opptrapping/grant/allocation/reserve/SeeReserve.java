package no.opptrapping.grant.allocation.reserve;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.CallerSight;

/** Shows a call's reserve list: to the administration, and to a municipality its own places on it. */
@ApplicationScoped
public class SeeReserve {
    /**
     * Somebody on the list, and why it has been passed over.
     *
     * @param passedOver the reasons that were given, oldest first
     */
    public record Line(ReserveEntry entry, List<String> passedOver) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** What the caller may see of it, in its order. */
        record Listed(List<Line> lines) implements Outcome {}

        /** The engine no longer gives what a run of the call showed. */
        record NotReproducible() implements Outcome {}

        /** There is no such call. */
        record UnknownCall() implements Outcome {}
    }

    private final Calls calls;
    private final ReserveLists lists;
    private final ReserveOffers offers;
    private final CallerSight sight;

    SeeReserve(Calls calls, ReserveLists lists, ReserveOffers offers, CallerSight sight) {
        this.calls = calls;
        this.lists = lists;
        this.offers = offers;
        this.sight = sight;
    }

    @Transactional
    public Outcome list(CallId id) {
        var call = calls.find(id).filter(one -> one.status() != CallStatus.DRAFT);
        if (call.isEmpty()) {
            return new Outcome.UnknownCall();
        }
        var made = offers.of(id);
        return lists.of(call.get())
                .<Outcome>map(list -> new Outcome.Listed(list.stream()
                        .filter(entry -> sight.get().covers(entry.municipality()))
                        .map(entry -> new Line(entry, reasons(entry, made)))
                        .toList()))
                .orElseGet(Outcome.NotReproducible::new);
    }

    private static List<String> reasons(ReserveEntry entry, List<ReserveOffer> offers) {
        return offers.stream()
                .flatMap(offer -> offer.passedOver().stream())
                .filter(passed -> passed.applicationId().equals(entry.id()))
                .map(PassedOver::reason)
                .toList();
    }
}
