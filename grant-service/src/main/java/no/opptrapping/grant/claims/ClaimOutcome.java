package no.opptrapping.grant.claims;

import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;

/** What became of an act on a claim. */
public sealed interface ClaimOutcome {
    /** It is done. */
    record Done(Claim claim) implements ClaimOutcome {}

    /** Rules stand in the way: all of them. */
    record Refused(List<BrokenRule> broken) implements ClaimOutcome {}

    /** Not as the claim stands: the code of the refusal. */
    record NotNow(String code, Claim.State state) implements ClaimOutcome {}

    /** It is another person's to do than the one who said it first. */
    record SamePerson() implements ClaimOutcome {}

    /** Nobody knows which account is to be paid to. */
    record NoAccount() implements ClaimOutcome {}

    /** There is no such claim, or it is not the caller's. */
    record Unknown() implements ClaimOutcome {}
}
