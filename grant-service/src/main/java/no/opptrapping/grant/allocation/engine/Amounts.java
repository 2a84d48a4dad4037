package no.opptrapping.grant.allocation.engine;

import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;

/**
 * A division of which only the amounts are known.
 *
 * @param certified false when machine numbers were tried and could not tell, so that exact fractions had to
 */
public record Amounts(Kroner budget, List<Amount> lines, boolean certified) implements Division {
    public Amounts {
        lines = List.copyOf(lines);
    }

    /** What a municipality gets. */
    public record Amount(Recipient recipient, Kroner amount) implements Line {}

    /** Those of a division that is explained. */
    static Amounts of(Division division, boolean certified) {
        return new Amounts(
                division.budget(),
                division.lines().stream()
                        .map(line -> new Amount(line.recipient(), line.amount()))
                        .toList(),
                certified);
    }

    /** Whole kroner in the rows' order. */
    static Amounts of(Kroner budget, List<Row> rows, long[] kroner, boolean certified) {
        return new Amounts(
                budget,
                IntStream.range(0, kroner.length)
                        .mapToObj(i -> new Amount(rows.get(i).recipient(), Kroner.of(kroner[i])))
                        .toList(),
                certified);
    }
}
