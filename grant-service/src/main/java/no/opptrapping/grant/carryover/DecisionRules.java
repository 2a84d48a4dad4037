package no.opptrapping.grant.carryover;

import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** What a proposal and a decision of a carry-over have to hold to, each when it is made. */
final class DecisionRules {
    private DecisionRules() {}

    /** The rules that the amount breaks, all of them. */
    static List<BrokenRule> brokenBy(LockCarryOver.Locked found, CarryOver.Request request, Kroner amount) {
        var broken = new ArrayList<BrokenRule>();
        if (amount.isNegative()) {
            broken.add(BrokenRule.of("validation.too-small", "/amount"));
        }
        // Otherwise what is above it would be one person's.
        request.proposal()
                .map(CarryOver.Word::amount)
                .filter(proposed -> amount.compareTo(proposed) > 0)
                .ifPresent(proposed ->
                        broken.add(BrokenRule.of("carry-over.more-than-proposed", "/amount", "proposed", proposed)));
        switch (request.kind()) {
            case APPLICATION -> {
                if (amount.compareTo(request.amount()) > 0) {
                    broken.add(
                            BrokenRule.of("carry-over.more-than-applied-for", "/amount", "applied", request.amount()));
                }
                if (amount.compareTo(found.available()) > 0) {
                    broken.add(BrokenRule.of("carry-over.more-than-unspent", "/amount", "left", found.available()));
                }
            }
            case CORRECTION -> {
                var most = found.carryOver().unspent().min(request.amount());
                if (amount.compareTo(most) > 0) {
                    broken.add(BrokenRule.of("carry-over.remains-more-than-unspent", "/amount", "unspent", most));
                }
                if (amount.compareTo(found.accountedFor()) < 0) {
                    broken.add(BrokenRule.of(
                            "carry-over.accounted-for",
                            "/amount",
                            "least",
                            found.accountedFor(),
                            "year",
                            found.carryOver().to().toString()));
                }
            }
        }
        return broken;
    }
}
