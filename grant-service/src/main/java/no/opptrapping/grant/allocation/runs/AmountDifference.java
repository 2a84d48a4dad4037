package no.opptrapping.grant.allocation.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.values.Kroner;

/**
 * What a correction does to the awards of one recipient, or of one application.
 *
 * @param changed what each award is to be
 * @param toMake what a new award is to be; zero: none is made
 */
record AmountDifference(Map<AwardId, Kroner> changed, Kroner toMake) {
    /** An award as it is. */
    record Held(AwardId award, Kroner amount, Standing standing) {}

    /** Whether an award is valid. */
    enum Standing {
        VALID,
        /** An earlier correction left nothing of it. */
        REDUCED,
        /** Its municipality declined it or let it lapse: what it is corrected to is not given it again. */
        GIVEN_UP
    }

    static final AmountDifference NONE = new AmountDifference(Map.of(), Kroner.ZERO);

    AmountDifference {
        changed = Map.copyOf(changed);
    }

    boolean isNone() {
        return changed.isEmpty() && toMake.isZero();
    }

    /**
     * From what the corrected run gave to what the correcting one gives. What else has changed the awards since stays: only
     * the difference is added or taken, of the last awards first.
     */
    static AmountDifference of(Kroner before, Kroner after, List<Held> held) {
        var difference = after.minus(before);
        var valid =
                held.stream().filter(one -> one.standing() == Standing.VALID).toList();
        if (difference.isPositive() && !valid.isEmpty()) {
            var first = valid.getFirst();
            return new AmountDifference(Map.of(first.award(), first.amount().plus(difference)), Kroner.ZERO);
        }
        if (difference.isPositive()) {
            return held.stream().anyMatch(one -> one.standing() == Standing.GIVEN_UP)
                    ? NONE
                    : new AmountDifference(Map.of(), difference);
        }
        var changed = new LinkedHashMap<AwardId, Kroner>();
        var left = difference.negated();
        for (var one : valid.reversed()) {
            var taken = left.min(one.amount());
            if (taken.isPositive()) {
                changed.put(one.award(), one.amount().minus(taken));
                left = left.minus(taken);
            }
        }
        return new AmountDifference(changed, Kroner.ZERO);
    }
}
