package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.ByApplication.Claim;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.platform.values.Kroner;

/**
 * Activity based money: units times unit price less the own share (<i>egenandel</i>), rounded down to the krone. When
 * the claims exceed the budget the unit price is cut in proportion. Only units of an approved report count.
 *
 * @param unitPrice kroner per unit
 * @param ownShare the part that the municipality bears itself, from 0 to 1
 * @param unit kroner that cut amounts are rounded to: 1, 100 or 1000
 */
public record ActivityBased(Decimal unitPrice, Decimal ownShare, List<Activity> activities, long unit)
        implements Model {
    public ActivityBased {
        activities = List.copyOf(activities);
    }

    /** What one municipality did; {@code approved}: its report is. */
    public record Activity(Recipient recipient, Decimal units, boolean approved) {}

    /** The division. {@code unitPriceUsed} is the price after a cut, if there was one, before the own share. */
    public record ActivityDivision(Kroner budget, List<ActivityLine> lines, Fraction unitPriceUsed)
            implements Division {
        public ActivityDivision {
            lines = List.copyOf(lines);
        }
    }

    /** One municipality's amount: what it claimed (nothing without an approved report) and what it got. */
    public record ActivityLine(
            Recipient recipient, Kroner amount, Decimal units, boolean approved, Kroner claim, Fraction exact)
            implements Division.Line {}

    @Override
    public List<Recipient> recipients() {
        return activities.stream().map(Activity::recipient).toList();
    }

    @Override
    public Outcome<ActivityDivision> divide(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, recipients(), "/activities");
        faults.check(!unitPrice.isNegative(), AllocationRule.UNIT_PRICE_NOT_NEGATIVE, "/unitPrice", unitPrice);
        faults.check(
                !ownShare.isNegative() && ownShare.compareTo(Decimal.ONE) <= 0,
                AllocationRule.OWN_SHARE_BETWEEN_ZERO_AND_ONE,
                "/ownShare",
                ownShare);
        for (var i = 0; i < activities.size(); i++) {
            var activity = activities.get(i);
            var at = "/activities/" + i + "/units";
            var name = activity.recipient().toString();
            faults.check(!activity.units().isNegative(), AllocationRule.UNITS_NOT_NEGATIVE, at, name, activity.units());
            faults.checkRange(claimed(activity), at);
        }
        if (faults.any()) {
            return faults.impossible();
        }
        var ordered = activities.stream()
                .sorted(Comparator.comparing(Activity::recipient))
                .toList();
        return new Outcome.Allocated<>(divide(budget, ordered));
    }

    private ActivityDivision divide(Kroner budget, List<Activity> ordered) {
        var claims = ordered.stream().map(this::claim).toList();
        var sum = Claim.sum(claims);
        var divided = new ClaimDivision(new Rule.Proportional(), unit).divide(claims, budget);
        var lines = IntStream.range(0, ordered.size())
                .mapToObj(i -> new ActivityLine(
                        ordered.get(i).recipient(),
                        divided.get(i).amount(),
                        ordered.get(i).units(),
                        ordered.get(i).approved(),
                        claims.get(i).assessed(),
                        divided.get(i).exact()))
                .toList();
        var price = unitPrice.toFraction();
        return new ActivityDivision(
                budget,
                lines,
                sum.compareTo(budget) <= 0 ? price : price.times(Fraction.of(budget.value(), sum.value())));
    }

    private Claim claim(Activity activity) {
        var amount = Kroner.of(claimed(activity).longValueExact());
        return new Claim(
                activity.recipient(),
                amount,
                Kroner.ZERO,
                BigInteger.valueOf(amount.value()),
                Integer.MAX_VALUE,
                Decimal.ZERO,
                Instant.EPOCH);
    }

    private BigInteger claimed(Activity activity) {
        if (!activity.approved()) {
            return BigInteger.ZERO;
        }
        return activity.units()
                .toFraction()
                .times(unitPrice.toFraction())
                .times(Fraction.of(1).minus(ownShare.toFraction()))
                .floor();
    }
}
