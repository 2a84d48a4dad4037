package no.opptrapping.grant.claims;

import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** What a proposal and a decision of a claim have to hold to, each when it is made. */
final class ClaimRules {
    private ClaimRules() {}

    /** The rules that the amount breaks, all of them. */
    static List<BrokenRule> brokenBy(LockClaim.Locked found, Kroner amount) {
        var broken = new ArrayList<BrokenRule>();
        if (amount.isNegative()) {
            broken.add(BrokenRule.of("validation.too-small", "/amount"));
        }
        var most = found.claim().found();
        if (amount.compareTo(most) > 0) {
            broken.add(BrokenRule.of("claim.more-than-found", "/amount", "found", most));
        }
        if (amount.compareTo(found.available()) > 0) {
            broken.add(BrokenRule.of("claim.more-than-there-is", "/amount", "available", found.available()));
        }
        return broken;
    }
}
