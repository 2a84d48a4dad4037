package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.opptrapping.grant.accounts.AccountStanding;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.SeeAwards;
import no.opptrapping.grant.payments.InstalmentStanding.State;
import no.opptrapping.grant.payments.InstalmentStanding.WaitsFor;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** Shows when which part of an award is paid, how far each has come and why it waits, to whoever may see the award. */
@ApplicationScoped
public class SeeInstalments {
    /**
     * The plan of an award and how far it has come.
     *
     * @param overdue the report that instalments which ask for reports wait for
     */
    public record Seen(Award award, List<InstalmentStanding> instalments, Optional<OverdueReport> overdue) {}

    private final SeeAwards seeAwards;
    private final FindPayability findPayability;
    private final Payments payments;
    private final Clock clock;

    SeeInstalments(SeeAwards seeAwards, FindPayability findPayability, Payments payments, Clock clock) {
        this.seeAwards = seeAwards;
        this.findPayability = findPayability;
        this.payments = payments;
        this.clock = clock;
    }

    /** Empty when there is no such award or it is not the caller's; without instalments when nothing is left of it. */
    @Transactional
    public Optional<Seen> of(AwardId id) {
        return seeAwards.find(id).map(award -> {
            var payability = findPayability.of(award);
            var of = payments.of(id);
            return new Seen(
                    award,
                    award.isValid()
                            ? standings(
                                    payability,
                                    sum(of, _ -> true).minus(award.claimed()),
                                    sum(
                                                    of,
                                                    payment -> !payment.status().isUnsent()
                                                            && payment.status() != PaymentStatus.SENT)
                                            .minus(award.claimed()),
                                    BusinessDates.today(clock))
                            : List.of(),
                    payability.overdue());
        });
    }

    private static Kroner sum(List<Payment> payments, Predicate<Payment> which) {
        return Kroner.sum(payments.stream().filter(which).map(Payment::taken).toList());
    }

    /** What is ordered and paid fills the instalments in their order. */
    static List<InstalmentStanding> standings(Payability payability, Kroner ordered, Kroner paid, LocalDate today) {
        var standings = new ArrayList<InstalmentStanding>();
        var before = Kroner.ZERO;
        var earlierWaits = false;
        for (var instalment : payability.plan().instalments()) {
            var orderedOfIt = part(ordered.minus(before), instalment.amount());
            var paidOfIt = part(paid.minus(before), instalment.amount());
            var waitsFor = waitsFor(payability, instalment, earlierWaits, today);
            var state = paidOfIt.equals(instalment.amount())
                    ? State.PAID
                    : orderedOfIt.equals(instalment.amount())
                            ? State.ORDERED
                            : waitsFor.isEmpty() ? State.PAYABLE : State.WAITING;
            standings.add(new InstalmentStanding(
                    instalment, state, orderedOfIt, paidOfIt, state == State.WAITING ? waitsFor : List.of()));
            earlierWaits |= state == State.WAITING;
            before = before.plus(instalment.amount());
        }
        return standings;
    }

    private static Kroner part(Kroner over, Kroner amount) {
        return over.isNegative() ? Kroner.ZERO : over.compareTo(amount) > 0 ? amount : over;
    }

    private static List<WaitsFor> waitsFor(
            Payability payability, Instalment instalment, boolean earlierWaits, LocalDate today) {
        var waitsFor = EnumSet.noneOf(WaitsFor.class);
        if (payability.award().status() != AwardStatus.ACCEPTED) {
            waitsFor.add(WaitsFor.ACCEPTANCE);
        }
        if (!instalment.isDue(today)) {
            waitsFor.add(WaitsFor.DATE);
        }
        if (instalment.needsReports() && payability.overdue().isPresent()) {
            waitsFor.add(WaitsFor.REPORT);
        }
        if (earlierWaits) {
            waitsFor.add(WaitsFor.EARLIER_INSTALMENT);
        }
        payability
                .account()
                .obstacle(payability.award())
                .map(obstacle -> obstacle == AccountStanding.Obstacle.TO_BE_STATED
                        ? WaitsFor.ACCOUNT
                        : WaitsFor.ACCOUNT_APPROVAL)
                .ifPresent(waitsFor::add);
        return List.copyOf(waitsFor);
    }
}
