package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import no.opptrapping.platform.values.Kroner;

/** Collects every fault, so that whoever asked can mend them all at once. */
final class Faults {
    /** Ten thousand billion kroner, several state budgets: sums of such amounts stay well inside 64 bits. */
    static final Kroner LARGEST_AMOUNT = Kroner.of(10_000_000_000_000L);

    private final List<Fault> found = new ArrayList<>();

    void add(AllocationRule broken, String pointer, Object... arguments) {
        if (arguments.length != broken.names().size()) {
            throw new IllegalArgumentException(broken + " names " + broken.names());
        }
        var named = new HashMap<String, Object>();
        for (var i = 0; i < arguments.length; i++) {
            named.put(broken.names().get(i), readable(arguments[i]));
        }
        var fault = new Fault(broken, pointer, named);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }

    void check(boolean holds, AllocationRule rule, String pointer, Object... arguments) {
        if (!holds) {
            add(rule, pointer, arguments);
        }
    }

    /** What a text can show: exact numbers as decimals, large sums as kroner where they fit. */
    private static Object readable(Object argument) {
        return switch (argument) {
            case Fraction fraction -> fraction.rounded(12).stripTrailingZeros().toPlainString();
            case Decimal decimal -> decimal.toString();
            case BigInteger sum when sum.bitLength() < Long.SIZE -> Kroner.of(sum.longValueExact());
            case BigInteger sum -> sum.toString();
            default -> argument;
        };
    }

    void addAll(List<Fault> others, String prefix) {
        others.stream()
                .map(fault -> fault.beneath(prefix))
                .filter(fault -> !found.contains(fault))
                .forEach(found::add);
    }

    /** An amount of money must be of this world. */
    void checkRange(Kroner amount, String pointer) {
        checkRange(BigInteger.valueOf(amount.value()), pointer);
    }

    void checkRange(BigInteger amount, String pointer) {
        check(
                amount.abs().compareTo(BigInteger.valueOf(LARGEST_AMOUNT.value())) <= 0,
                AllocationRule.AMOUNT_IN_RANGE,
                pointer,
                amount,
                LARGEST_AMOUNT);
    }

    List<Fault> all() {
        return List.copyOf(found);
    }

    boolean any() {
        return !found.isEmpty();
    }

    int count() {
        return found.size();
    }

    <D extends Division> Outcome<D> impossible() {
        return new Outcome.Impossible<>(found);
    }

    /** What every division needs: a budget, a unit that is in use, at least one recipient and none of them twice. */
    void checkFrame(Kroner budget, long unit, List<Recipient> recipients, String rows) {
        check(!budget.isNegative(), AllocationRule.BUDGET_NOT_NEGATIVE, "/budget", budget);
        checkRange(budget, "/budget");
        check(unit == 1 || unit == 100 || unit == 1000, AllocationRule.UNIT_IN_USE, "/unit", unit);
        check(!recipients.isEmpty(), AllocationRule.SOMEONE_TO_DIVIDE_AMONG, rows);
        var seen = new HashSet<Recipient>();
        for (var i = 0; i < recipients.size(); i++) {
            check(
                    seen.add(recipients.get(i)),
                    AllocationRule.RECIPIENT_ONLY_ONCE,
                    rows + "/" + i,
                    recipients.get(i).toString());
        }
    }
}
