package no.opptrapping.grant.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Gini;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Compares what two runs of the same structure give each municipality, from the one to the other. Inhabitants are those
 * of the run that is compared with the other.
 */
public final class CompareRuns {
    private final ComputedRun run;
    private final ComputedRun other;
    private final Fraction threshold;

    /** {@code threshold}: winners and losers are those that change by strictly more kroner per inhabitant. */
    public CompareRuns(ComputedRun run, ComputedRun other, Decimal threshold) {
        this.run = run;
        this.other = other;
        this.threshold = threshold.toFraction();
    }

    /** One municipality; the change per inhabitant is empty where its inhabitants are unknown or none. */
    public record Row(
            MunicipalityNumber number,
            String name,
            Kroner amount,
            Kroner otherAmount,
            Optional<Fraction> amountPerInhabitant,
            Optional<Fraction> otherPerInhabitant) {
        /** From the other run to this one. */
        public Kroner change() {
            return amount.minus(otherAmount);
        }

        /** The same per inhabitant. */
        public Optional<Fraction> changePerInhabitant() {
            return amountPerInhabitant.flatMap(here -> otherPerInhabitant.map(here::minus));
        }
    }

    /** The whole comparison; the largest loss is empty when nobody loses. */
    public record Comparison(
            List<Row> rows,
            long winners,
            long losers,
            Optional<Fraction> gini,
            Optional<Fraction> otherGini,
            Optional<Row> largestLoss) {
        public Comparison {
            rows = List.copyOf(rows);
        }
    }

    /** The comparison; empty when the runs are of different municipality structures. */
    public Optional<Comparison> compare() {
        var here = run.inputs().parameters().structureDate();
        if (!here.equals(other.inputs().parameters().structureDate())) {
            return Optional.empty();
        }
        var numbers = new TreeSet<MunicipalityNumber>();
        numbers.addAll(run.result().amounts().keySet());
        numbers.addAll(other.result().amounts().keySet());
        var rows = numbers.stream().map(this::row).toList();
        return Optional.of(new Comparison(
                rows,
                changes(rows).filter(change -> change.compareTo(threshold) > 0).count(),
                changes(rows)
                        .filter(change -> change.negated().compareTo(threshold) > 0)
                        .count(),
                gini(run),
                gini(other),
                rows.stream()
                        .filter(row -> row.changePerInhabitant()
                                .filter(change -> change.signum() < 0)
                                .isPresent())
                        .min(Comparator.comparing(
                                row -> row.changePerInhabitant().orElse(Fraction.ZERO)))));
    }

    private static Stream<Fraction> changes(List<Row> rows) {
        return rows.stream().flatMap(row -> row.changePerInhabitant().stream());
    }

    private Row row(MunicipalityNumber number) {
        var inhabitants = inhabitants(run, number);
        var amount = run.amount(number);
        var otherAmount = other.amount(number);
        return new Row(
                number,
                run.municipality(number).map(RunInputs.Municipality::name).orElse(number.value()),
                amount,
                otherAmount,
                inhabitants.map(people -> Fraction.of(amount.value()).over(people)),
                inhabitants.map(people -> Fraction.of(otherAmount.value()).over(people)));
    }

    private static Optional<Fraction> inhabitants(ComputedRun of, MunicipalityNumber number) {
        return of.municipality(number)
                .flatMap(municipality -> Optional.ofNullable(municipality.inhabitants()))
                .map(Decimal::of)
                .filter(Decimal::isPositive)
                .map(Decimal::toFraction);
    }

    /** Over every municipality of the structure, also those that get nothing. */
    private static Optional<Fraction> gini(ComputedRun of) {
        var points = of.inputs().municipalities().stream()
                .map(municipality -> new MunicipalityNumber(municipality.number()))
                .flatMap(number ->
                        inhabitants(of, number)
                                .map(people -> new Gini.Point(
                                        people, Fraction.of(of.amount(number).value())))
                                .stream())
                .toList();
        return Gini.of(points);
    }
}
