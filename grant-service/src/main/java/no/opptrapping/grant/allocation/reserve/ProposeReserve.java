package no.opptrapping.grant.allocation.reserve;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.OwnRuns;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * Proposes to award money that is left, or has come back, to somebody on the reserve list of a call that is decided:
 * what is missing to what it was due, or what there is. Another person decides.
 */
@ApplicationScoped
public class ProposeReserve {
    /** Whom to offer it, and who is passed over. */
    public record Command(CallId call, ApplicationId application, List<PassedOver> passedOver) {
        public Command {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It waits for a second person. */
        record Proposed(ReserveOffer offer) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Not all of the call is decided, and its money is for those who wait. */
        record CallNotDecided(CallStatus status) implements Outcome {}

        /** A county governor's office decides of the application. */
        record DecidedByTheOffice() implements Outcome {}

        /** The engine no longer gives what a run of the call showed. */
        record NotReproducible() implements Outcome {}

        /** There is no such call, or the application is another office's. */
        record UnknownCall() implements Outcome {}
    }

    private final Calls calls;
    private final ReserveLists lists;
    private final ReserveOffers offers;
    private final OwnRuns ownRuns;
    private final Ledger ledger;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    ProposeReserve(
            Calls calls,
            ReserveLists lists,
            ReserveOffers offers,
            OwnRuns ownRuns,
            Ledger ledger,
            Impartiality impartiality,
            AuditLog audit,
            Clock clock) {
        this.calls = calls;
        this.lists = lists;
        this.offers = offers;
        this.ownRuns = ownRuns;
        this.ledger = ledger;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome propose(Command command, String by) {
        // Held until the end: of two proposals at once the second sees the first.
        return calls.lock(command.call())
                .map(call -> propose(call, command, by))
                .orElseGet(Outcome.UnknownCall::new);
    }

    private Outcome propose(Call call, Command command, String by) {
        impartiality.require("reserve.proposed", call.scheme());
        if (call.status() != CallStatus.CLOSED) {
            return new Outcome.CallNotDecided(call.status());
        }
        var list = lists.of(call);
        if (list.isEmpty()) {
            return new Outcome.NotReproducible();
        }
        var found = list.get().stream()
                .filter(one -> one.id().equals(command.application()))
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Refused(List.of(BrokenRule.of("reserve.not-on-the-list", "/applicationId")));
        }
        var chosen = found.get();
        if (!ownRuns.areOf(chosen.office())) {
            return ownRuns.own().isPresent() ? new Outcome.UnknownCall() : new Outcome.DecidedByTheOffice();
        }
        var available = available(call, chosen.office());
        var amount = chosen.offer(available);
        var broken = new ArrayList<BrokenRule>();
        if (chosen.state() != ReserveEntry.State.WAITING) {
            broken.add(BrokenRule.of(
                    "reserve.not-waiting",
                    "/applicationId",
                    "state",
                    chosen.state().code()));
        }
        broken.addAll(ReserveOrder.brokenBy(list.get(), chosen, command.passedOver()));
        if (amount.isEmpty()) {
            broken.add(
                    BrokenRule.of("reserve.money-does-not-reach", "", "available", available, "least", chosen.least()));
        }
        return broken.isEmpty()
                ? proposed(call, chosen, command, amount.orElseThrow(), by)
                : new Outcome.Refused(broken);
    }

    /** What is neither awarded nor proposed to somebody else. */
    private Kroner available(Call call, Optional<CountyGovernorOfficeId> office) {
        return office.map(one -> ledger.lockUnused(call.scheme(), call.year(), one))
                .orElseGet(() -> ledger.balance(Account.AVAILABLE, call.scheme(), call.year()))
                .minus(offers.proposed(call.scheme(), call.year(), office))
                .max(Kroner.ZERO);
    }

    private Outcome proposed(Call call, ReserveEntry chosen, Command command, Kroner amount, String by) {
        var offer = new ReserveOffer(
                OfferId.random(),
                call.id(),
                call.scheme(),
                call.year(),
                chosen.office(),
                command.application(),
                amount,
                command.passedOver(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        offers.add(offer);
        audit.decision(
                "reserve.proposed",
                offer.id().toString(),
                Map.of(
                        "application", command.application().toString(),
                        "amount", amount.toString(),
                        "passedOver", Integer.toString(command.passedOver().size())));
        return new Outcome.Proposed(offer);
    }
}
