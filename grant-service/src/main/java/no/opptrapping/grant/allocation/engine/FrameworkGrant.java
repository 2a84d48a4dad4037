package no.opptrapping.grant.allocation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * The framework grant (<i>rammetilskudd</i>): a sum divided by a cost key, shown as an equal part per inhabitant and
 * the expenditure equalisation (<i>utgiftsutjevning</i>), which sums to zero; and where earmarked money became part of
 * it, the step from before to after.
 *
 * @param whole the grant as the state computes it, which equalises the whole calculated need; empty: the one sum is all
 * @param unit kroner that amounts are rounded to: 1, 100 or 1000
 */
public record FrameworkGrant(
        Key key, List<Row> rows, long unit, Optional<Incorporation> incorporation, Optional<WholeGrant> whole)
        implements Model {
    public FrameworkGrant {
        rows = List.copyOf(rows);
    }

    /** One sum divided by the key. */
    public FrameworkGrant(Key key, List<Row> rows, long unit, Optional<Incorporation> incorporation) {
        this(key, rows, unit, incorporation, Optional.empty());
    }

    /**
     * The division. What there is to divide is the budget, and in a phase-in the year's own total.
     *
     * @param byKey what the key divided: the budget, of a whole grant the calculated need
     * @param framework the sum by the key alone
     * @param nationalChange kroner per inhabitant from before to after, where there is a before
     * @param deductionPerInhabitant what those who can pay it in full pay for the guarantee
     */
    public record FrameworkDivision(
            Kroner budget,
            List<FrameworkLine> lines,
            Kroner byKey,
            Kroner framework,
            Fraction factor,
            List<Recipient> excluded,
            Optional<Fraction> nationalChange,
            Fraction deductionPerInhabitant,
            Optional<WholeGrant.Total> whole)
            implements Division {
        public FrameworkDivision {
            lines = List.copyOf(lines);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * One municipality's amount with its explanation. {@code perInhabitantPart + equalisation} is {@code framework};
     * the criteria's contributions sum to {@code byKeyInOre}, and with {@code roundingInOre} to the framework amount. Of
     * a whole grant the criteria's contributions are to the calculated need, and the framework is
     * {@code perInhabitantPart + equalisation} and the additions of {@code whole}.
     *
     * @param need how an imported index led to the share, if one did
     * @param needIndex need per inhabitant, the country being 1; empty for a municipality without inhabitants
     */
    public record FrameworkLine(
            Recipient recipient,
            Kroner amount,
            Kroner framework,
            Fraction share,
            Fraction inhabitants,
            Optional<Fraction> needIndex,
            Kroner perInhabitantPart,
            Kroner equalisation,
            List<CriterionPart> parts,
            Optional<NeedPart> need,
            long byKeyInOre,
            long roundingInOre,
            Optional<Incorporation.Step> step,
            Optional<WholeGrant.Part> whole)
            implements Division.Line {
        public FrameworkLine {
            parts = List.copyOf(parts);
        }
    }

    @Override
    public List<Recipient> recipients() {
        return rows.stream().map(Row::recipient).toList();
    }

    @Override
    public Outcome<FrameworkDivision> divide(Kroner budget) {
        var faults = check(budget);
        var shares = shares(faults);
        if (shares == null) {
            return faults.impossible();
        }
        var population = new Population(shares.rows(), faults);
        var sums = whole.map(all -> new WholeGrantSums(all, shares, population, budget, faults));
        if (sums.isPresent() && faults.any()) {
            return faults.impossible();
        }
        var parts = sums.map(all -> FrameworkParts.of(all, shares.rows(), unit, faults))
                .orElseGet(() -> FrameworkParts.of(budget, shares, population, unit));
        if (sums.isPresent() && faults.any()) {
            return faults.impossible();
        }
        var taken = incorporation.map(i -> take(i, parts.framework(), shares.rows(), population, faults));
        if (sums.isPresent()) {
            taken.ifPresent(easing -> checkGuaranteed(parts, easing, shares.rows(), faults));
        }
        if (faults.any()) {
            return faults.impossible();
        }
        return new Outcome.Allocated<>(assemble(budget, shares, population, parts, sums, taken));
    }

    /** What the guarantee takes goes by the published frameworks where there are such, not by what is computed here. */
    private static void checkGuaranteed(FrameworkParts parts, Easing easing, List<Row> sorted, Faults faults) {
        var framework = parts.framework();
        var steps = easing.taken().steps();
        var below = IntStream.range(0, framework.length)
                .filter(i -> Kroner.of(framework[i]).plus(steps.get(i).net()).isNegative())
                .mapToObj(i -> sorted.get(i).recipient().toString())
                .toList();
        faults.check(below.isEmpty(), AllocationRule.WHOLE_FRAMEWORK_NOT_NEGATIVE, "/whole/guarantee", below);
    }

    /**
     * The amounts of {@link #divide} without their explanations.
     *
     * @param byKey what each gets by the key alone, in the order of the sorted rows, where that is already known
     */
    Outcome<Amounts> amounts(Kroner budget, long @Nullable [] byKey, boolean certified) {
        if (whole.isPresent()) {
            return switch (divide(budget)) {
                case Outcome.Allocated<FrameworkDivision>(var division) ->
                    new Outcome.Allocated<>(Amounts.of(division, certified));
                case Outcome.Impossible<FrameworkDivision>(var found) -> new Outcome.Impossible<>(found);
            };
        }
        var faults = check(budget);
        List<Row> sorted;
        long[] framework;
        if (byKey != null && !faults.any()) {
            sorted = SharesByKey.sorted(rows);
            framework = byKey;
        } else {
            var shares = shares(faults);
            if (shares == null) {
                return faults.impossible();
            }
            sorted = shares.rows();
            framework = FrameworkParts.round(budget, shares.numerators(), shares.denominator(), unit);
        }
        var taken = incorporation.map(i -> take(i, framework, sorted, new Population(sorted, faults), faults));
        if (faults.any()) {
            return faults.impossible();
        }
        return new Outcome.Allocated<>(Amounts.of(
                divided(budget, taken),
                sorted,
                taken.map(easing -> easing.taken().after()).orElse(framework),
                certified));
    }

    private Faults check(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, recipients(), "/rows");
        new Population(rows, faults).check();
        incorporation.ifPresent(step -> step.check(rows, faults));
        whole.ifPresent(all -> {
            all.check(budget, key, recipients(), faults);
            incorporation.ifPresent(
                    step -> WholeGrant.checkKnown(step.before(), recipients(), "/whole/guarantee/before", faults));
        });
        return faults;
    }

    /** Null when there are faults. */
    private @Nullable Shares shares(Faults faults) {
        var shares = new SharesByKey(faults, "").of(key, rows);
        if (shares == null || faults.any()) {
            return null;
        }
        incorporation.ifPresent(step -> step.checkExcluded(shares.excluded(), faults));
        whole.ifPresent(all -> all.checkExcluded(shares.excluded(), faults));
        return shares;
    }

    private record Easing(IncorporationSteps.Taken taken, Fraction nationalChange) {}

    private Easing take(Incorporation step, long[] framework, List<Row> sorted, Population population, Faults faults) {
        var before = sorted.stream()
                .mapToLong(row ->
                        step.before().getOrDefault(row.recipient(), Kroner.ZERO).value())
                .toArray();
        var published = whole.map(WholeGrant::after).filter(after -> !after.isEmpty());
        var after = published
                .map(all -> sorted.stream()
                        .mapToLong(row ->
                                all.getOrDefault(row.recipient(), Kroner.ZERO).value())
                        .toArray())
                .orElse(framework);
        var steps = new IncorporationSteps(before, after, population, whole.isPresent() ? 1 : unit);
        if (step.method() instanceof Method.StrictGuarantee(var threshold)) {
            var sum = Kroner.of(LongStream.of(framework).sum());
            var guaranteed = steps.guaranteed(threshold);
            if (guaranteed.compareTo(Fraction.of(sum.value())) > 0) {
                faults.add(AllocationRule.GUARANTEE_WITHIN_FRAMEWORK_SUM, "/guarantee/threshold", guaranteed, sum);
                return new Easing(steps.take(new Method.AtOnce()), steps.nationalChange());
            }
        }
        return new Easing(steps.take(step.method()), steps.nationalChange());
    }

    private FrameworkDivision assemble(
            Kroner budget,
            Shares shares,
            Population population,
            FrameworkParts parts,
            Optional<WholeGrantSums> sums,
            Optional<Easing> easing) {
        var framework = parts.framework();
        var contributions =
                new Contributions(shares, sums.map(WholeGrantSums::needs).orElse(budget.value()));
        var ofWhole = sums.map(WholeGrantSums::parts);
        var total = population.totalAsFraction();
        var steps = easing.map(e -> e.taken().steps());
        var lines = new ArrayList<FrameworkLine>();
        for (var i = 0; i < framework.length; i++) {
            var at = i;
            var step = steps.map(all -> all.get(at));
            var inhabitants = population.asFraction(i);
            var byKey = contributions.totalInOre(i);
            lines.add(new FrameworkLine(
                    shares.rows().get(i).recipient(),
                    Kroner.of(framework[i])
                            .plus(step.map(Incorporation.Step::net).orElse(Kroner.ZERO)),
                    Kroner.of(framework[i]),
                    shares.get(i),
                    inhabitants,
                    inhabitants.signum() == 0
                            ? Optional.empty()
                            : Optional.of(shares.get(i).times(total).over(inhabitants)),
                    parts.perInhabitant(i),
                    parts.equalisation(i),
                    contributions.of(i),
                    shares.needOf(i),
                    byKey,
                    sums.isPresent() ? 0 : framework[i] * 100 - byKey,
                    step,
                    ofWhole.map(all -> all.get(at))));
        }
        return new FrameworkDivision(
                divided(budget, easing),
                lines,
                sums.map(all -> Kroner.of(all.needs())).orElse(budget),
                Kroner.sum(lines.stream().map(FrameworkLine::framework).toList()),
                shares.factor(),
                shares.excluded(),
                easing.map(Easing::nationalChange),
                easing.map(e -> e.taken().deductionPerInhabitant()).orElse(Fraction.ZERO),
                sums.map(WholeGrantSums::total));
    }

    /** What there is to divide: the budget, and in a phase-in the year's own total. */
    private Kroner divided(Kroner budget, Optional<Easing> easing) {
        return incorporation
                .filter(i -> i.method() instanceof Method.PhaseIn)
                .flatMap(i -> easing)
                .map(e -> e.taken().total())
                .orElse(budget);
    }
}
