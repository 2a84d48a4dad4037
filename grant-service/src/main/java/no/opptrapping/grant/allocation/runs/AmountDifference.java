package no.opptrapping.grant.allocation.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What the held awards and a new one come to after it. */
    Kroner leaves(List<Held> held) {
        return held.stream()
                .filter(one -> one.standing() == Standing.VALID)
                .map(one -> changed.getOrDefault(one.award(), one.amount()))
                .reduce(toMake, Kroner::plus);
    }

    boolean isNone() {
        return changed.isEmpty() && toMake.isZero();
    }

    /**
     * From what the corrected run gave to what the correcting one gives. What else has changed the awards since stays: only
     * the difference is added or taken, of the last awards first. An application never comes above what it is due, or above
     * what it has if that is more.
     *
     * @param due what an application is worth by the correcting run; empty: nothing limits the amount
     */
    static AmountDifference of(Kroner before, Kroner after, Optional<Kroner> due, List<Held> held) {
        var valid =
                held.stream().filter(one -> one.standing() == Standing.VALID).toList();
        var now = Kroner.sum(valid.stream().map(Held::amount).toList());
        var wanted = after.minus(before);
        var difference = due.map(most -> wanted.min(most.max(now).minus(now))).orElse(wanted);
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
