package no.opptrapping.grant.claims;

import static no.opptrapping.grant.lifecycle.Actor.ADVISER;
import static no.opptrapping.grant.lifecycle.Actor.COUNTY_GOVERNOR;
import static no.opptrapping.grant.lifecycle.Actor.DECISION_MAKER;
import static no.opptrapping.grant.lifecycle.Actor.MUNICIPALITY;
import static no.opptrapping.grant.lifecycle.Actor.SERVICE;

import java.util.List;
import java.util.Locale;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.lifecycle.Actor;
import no.opptrapping.grant.lifecycle.Lifecycle;

/** The life cycle of a claim as a table: who may do what to it, when, and what becomes of it. */
public final class ClaimLifecycle {
    /** What can be done to a claim. */
    public enum Act {
        /** A report or a carry-over says another amount. */
        FOLLOW,
        /** Say what is to be claimed, or something else than was said. */
        PROPOSE,
        /** Give the municipality notice. */
        NOTIFY,
        /** Comment on the notice, or waive. */
        COMMENT,
        /** Decide what is claimed. */
        DECIDE,
        /** Decide that nothing is. */
        DROP,
        /** Money has come from the bank. */
        REPAY,
        /** Give the municipality notice that the claim is to be settled against what it is to have. */
        NOTIFY_SETTLEMENT,
        /** Say that less is owed: money that came otherwise, a settlement, a corrected report, what is given up. */
        ENTER,
        /** Agree to it, as another person. */
        AGREE,
        /** Say no to it. */
        REFUSE,
        /** Remind of what is not paid in time. */
        REMIND;

        /** The word for it in the audit log. */
        String audited() {
            return String.join(".", "claim", name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** The table. */
    public static final Lifecycle<State, Act> TABLE = Lifecycle.of(
            State.class,
            Act.class,
            List.of(
                    rule(Act.FOLLOW, "claim.not-open", SERVICE)
                            .from(State.DRAFT, State.DRAFT, State.DROPPED)
                            .from(State.PROPOSED, State.PROPOSED)
                            .from(State.NOTIFIED, State.NOTIFIED),
                    rule(Act.PROPOSE, "claim.not-to-be-proposed", ADVISER, COUNTY_GOVERNOR)
                            .from(State.DRAFT, State.PROPOSED)
                            .from(State.PROPOSED, State.PROPOSED),
                    rule(Act.NOTIFY, "claim.not-proposed", ADVISER, COUNTY_GOVERNOR)
                            .from(State.PROPOSED, State.NOTIFIED),
                    rule(Act.COMMENT, "claim.not-notified", MUNICIPALITY).from(State.NOTIFIED, State.NOTIFIED),
                    rule(Act.DECIDE, "claim.not-notified", DECISION_MAKER, COUNTY_GOVERNOR)
                            .from(State.NOTIFIED, State.CLAIMED),
                    rule(Act.DROP, "claim.not-proposed", DECISION_MAKER, COUNTY_GOVERNOR)
                            .from(State.PROPOSED, State.DROPPED)
                            .from(State.NOTIFIED, State.DROPPED),
                    rule(Act.REPAY, "claim.nothing-owed", SERVICE)
                            .from(State.CLAIMED, State.CLAIMED, State.SETTLED)
                            .from(State.OVERDUE, State.OVERDUE, State.SETTLED),
                    rule(Act.NOTIFY_SETTLEMENT, "claim.nothing-owed", ADVISER, COUNTY_GOVERNOR)
                            .from(State.CLAIMED, State.CLAIMED)
                            .from(State.OVERDUE, State.OVERDUE),
                    rule(Act.ENTER, "claim.nothing-owed", ADVISER, COUNTY_GOVERNOR)
                            .from(State.CLAIMED, State.CLAIMED)
                            .from(State.OVERDUE, State.OVERDUE),
                    rule(Act.AGREE, "claim.nothing-owed", DECISION_MAKER, COUNTY_GOVERNOR)
                            .from(State.CLAIMED, State.CLAIMED, State.SETTLED)
                            .from(State.OVERDUE, State.OVERDUE, State.SETTLED),
                    rule(Act.REFUSE, "claim.nothing-owed", DECISION_MAKER, COUNTY_GOVERNOR)
                            .from(State.CLAIMED, State.CLAIMED)
                            .from(State.OVERDUE, State.OVERDUE),
                    rule(Act.REMIND, "claim.not-to-be-reminded-of", SERVICE).from(State.CLAIMED, State.OVERDUE)));

    private ClaimLifecycle() {}

    private static Lifecycle.Rule<State, Act> rule(Act act, String refusal, Actor... actors) {
        return Lifecycle.rule(act, refusal, actors);
    }
}
