package no.opptrapping.grant.allocation.changes;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * The change of every municipality of the newer run, and of the country.
 *
 * @param causes those that differ between the runs, in the stated order; the others change nothing for anybody
 * @param rows by municipality number
 * @param impossible how many of the worlds that were tried could not be divided
 * @param divisions how many divisions it took
 */
public record ChangeTable(List<Cause> causes, List<Change> rows, Change total, long impossible, long divisions) {
    public ChangeTable {
        causes = List.copyOf(causes);
        rows = List.copyOf(rows);
    }

    /**
     * A municipality's change, or the country's: {@code after - before} is the sum of {@code chain} and of {@code mean}.
     *
     * @param number empty for the country
     * @param before what the older run gave, in the newer structure, promises of earlier years with it
     * @param chain what each cause changes in the stated order
     * @param mean what each changes in the mean over all orders; empty where it was not asked for
     */
    public record Change(
            String number,
            String name,
            Kroner before,
            Kroner after,
            Map<Cause, Kroner> chain,
            Map<Cause, Kroner> mean) {
        public Change {
            chain = Map.copyOf(chain);
            mean = Map.copyOf(mean);
        }

        public Kroner change() {
            return after.minus(before);
        }

        /** Those that change anything for it, in the stated order. */
        public List<Cause> causes() {
            return Arrays.stream(Cause.values())
                    .filter(cause -> !inOrder(cause).isZero() || !inMean(cause).isZero())
                    .toList();
        }

        public Kroner inOrder(Cause cause) {
            return chain.getOrDefault(cause, Kroner.ZERO);
        }

        public Kroner inMean(Cause cause) {
            return mean.getOrDefault(cause, Kroner.ZERO);
        }
    }

    public Optional<Change> of(MunicipalityNumber number) {
        return rows.stream().filter(one -> one.number().equals(number.value())).findFirst();
    }

    static Change total(List<Change> rows) {
        var chain = new EnumMap<Cause, Kroner>(Cause.class);
        var mean = new EnumMap<Cause, Kroner>(Cause.class);
        var before = Kroner.ZERO;
        var after = Kroner.ZERO;
        for (var row : rows) {
            before = before.plus(row.before());
            after = after.plus(row.after());
            row.chain().forEach((cause, amount) -> chain.merge(cause, amount, Kroner::plus));
            row.mean().forEach((cause, amount) -> mean.merge(cause, amount, Kroner::plus));
        }
        return new Change("", "", before, after, chain, mean);
    }
}
