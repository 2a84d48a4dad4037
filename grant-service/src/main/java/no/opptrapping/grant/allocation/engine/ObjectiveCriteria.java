package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * Objective criteria (<i>objektive kriterier</i>): a budget divided by shares, within floors and caps, rounded to the
 * unit by the largest remainder.
 *
 * @param unit kroner that amounts are rounded to: 1, 100 or 1000
 */
public record ObjectiveCriteria(Key key, List<Row> rows, Limit floor, Limit cap, long unit) implements Model {
    public ObjectiveCriteria {
        rows = List.copyOf(rows);
    }

    @Override
    public List<Recipient> recipients() {
        return rows.stream().map(Row::recipient).toList();
    }

    @Override
    public Outcome<ByCriteria> divide(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, recipients(), "/rows");
        var shares = new SharesByKey(faults, "").of(key, rows);
        var limits = new Limits(shares == null ? inOrder(rows) : shares.rows(), unit, floor, cap, faults);
        limits.check(budget);
        if (shares == null || faults.any()) {
            return faults.impossible();
        }
        return new Outcome.Allocated<>(divide(budget, shares, limits));
    }

    private ByCriteria divide(Kroner budget, Shares shares, Limits limits) {
        var filled = new WaterFilling(
                        BigInteger.valueOf(budget.value()), shares.numerators(), limits.floors(), limits.caps())
                .fill();
        var rounded = filled.amounts().rounded(unit, limits.caps());
        var contributions = new Contributions(shares, budget.value());
        var lines = new ArrayList<CriteriaLine>(rounded.length);
        for (var i = 0; i < rounded.length; i++) {
            var byKey = contributions.totalInOre(i);
            var within = filled.amounts().floorOf(i, Whole.HUNDRED);
            lines.add(new CriteriaLine(
                    shares.rows().get(i).recipient(),
                    Kroner.of(rounded[i]),
                    shares.get(i),
                    filled.amounts().get(i),
                    filled.bounds().get(i),
                    Kroner.of(limits.floors()[i].longValueExact()),
                    capOf(limits.caps()[i]),
                    contributions.of(i),
                    shares.needOf(i),
                    byKey,
                    within - byKey,
                    rounded[i] * 100 - within));
        }
        return new ByCriteria(budget, lines, shares.factor(), shares.excluded());
    }

    private static Optional<Kroner> capOf(@Nullable BigInteger cap) {
        return cap == null ? Optional.empty() : Optional.of(Kroner.of(cap.longValueExact()));
    }

    private static List<Row> inOrder(Collection<Row> rows) {
        return rows.stream()
                .sorted((one, other) -> one.recipient().compareTo(other.recipient()))
                .toList();
    }

    /**
     * The division.
     *
     * @param factor what imported indices were multiplied by; one for an own key
     * @param excluded municipalities left out because an import lacks them
     */
    public record ByCriteria(Kroner budget, List<CriteriaLine> lines, Fraction factor, List<Recipient> excluded)
            implements Division {
        public ByCriteria {
            lines = List.copyOf(lines);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * One municipality's amount with its explanation, in which {@code byKeyInOre + limitsInOre + roundingInOre} is the
     * amount, and the criteria's contributions sum to {@code byKeyInOre}.
     *
     * @param exact the amount before rounding
     * @param bound the limit that decided it, if one did
     * @param need how an imported index led to the share, if one did
     * @param byKeyInOre budget times share
     * @param limitsInOre what floors and caps, its own and others', changed
     * @param roundingInOre what rounding to the unit changed
     */
    public record CriteriaLine(
            Recipient recipient,
            Kroner amount,
            Fraction share,
            Fraction exact,
            Bound bound,
            Kroner floor,
            Optional<Kroner> cap,
            List<CriterionPart> parts,
            Optional<NeedPart> need,
            long byKeyInOre,
            long limitsInOre,
            long roundingInOre)
            implements Division.Line {
        public CriteriaLine {
            parts = List.copyOf(parts);
        }
    }
}
