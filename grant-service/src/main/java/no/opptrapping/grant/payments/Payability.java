package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.accounts.AccountStanding;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/**
 * How much of an award can be paid when, and what stands in the way of it.
 *
 * @param overdue the report that instalments which ask for reports wait for
 */
public record Payability(Award award, InstalmentPlan plan, AccountStanding account, Optional<OverdueReport> overdue) {
    /** The account that the award is paid to; empty while there is none. */
    Optional<AccountNumber> payableTo() {
        return account.payableTo(award);
    }

    /** How much may have been paid by the day. */
    Kroner payableBy(LocalDate day) {
        return plan.payableBy(day, overdue.isEmpty());
    }

    /** Whether the award has come so far that what is paid in all waits for reports. */
    boolean needsReports(Kroner inAll) {
        return inAll.compareTo(plan.payableWithoutReports()) > 0;
    }

    /** What stands in the way of the account; its pointer is given. */
    Optional<BrokenRule> accountRule(String pointer) {
        return account.obstacle(award)
                .map(obstacle -> BrokenRule.of(
                        switch (obstacle) {
                            case TO_BE_STATED -> "payment.account-to-be-stated";
                            case TO_BE_APPROVED -> "payment.account-to-be-approved";
                        },
                        pointer,
                        "reference",
                        award.reference()));
    }

    /** Why something of the plan cannot be paid now although its day has come: the report that is overdue. */
    Optional<BrokenRule> reportRule(String pointer) {
        return overdue.map(report -> BrokenRule.of(
                "payment.report-overdue",
                pointer,
                "reference",
                award.reference(),
                "year",
                report.year().getValue(),
                "dueOn",
                report.dueOn()));
    }

    /** What stands in the way of a payment that is ordered: all of it. */
    List<BrokenRule> inTheWayOf(Payment payment, String pointer) {
        var broken = new ArrayList<BrokenRule>();
        accountRule(pointer).ifPresent(broken::add);
        if (payment.needsReports()) {
            reportRule(pointer).ifPresent(broken::add);
        }
        return broken;
    }

    /** What of the plan stands in the way of paying so much more of it on the day. */
    Optional<BrokenRule> planRule(Kroner ordered, Kroner amount, LocalDate dueOn) {
        var inAll = ordered.plus(amount);
        if (inAll.compareTo(payableBy(dueOn)) <= 0) {
            return Optional.empty();
        }
        if (inAll.compareTo(plan.payableBy(dueOn, true)) <= 0) {
            return reportRule("/amount");
        }
        return Optional.of(BrokenRule.of(
                "payment.exceeds-plan",
                "/amount",
                "amount",
                amount,
                "payable",
                payableBy(dueOn).minus(ordered),
                "dueOn",
                dueOn,
                "next",
                plan.nextAfter(dueOn).<Object>map(day -> day).orElse("-")));
    }
}
