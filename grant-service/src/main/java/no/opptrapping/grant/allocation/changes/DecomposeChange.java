package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ReadRows;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * Takes the change from one run to another apart, in the newer structure, for all municipalities at once. With
 * {@code a0, a1} what the runs gave, {@code M} the move to the newer structure, {@code w0} the older run to the krone in
 * its own structure, and {@code v} the {@link Worlds worlds} in the newer one:
 *
 * <pre>
 * structure = v({}) - M(w0)
 * causes    = v(P) - v({}), by chain and by mean ({@link Attribution})
 * rounding  = (a1 - v(P)) - (M(a0) - M(w0)), and in the mean what whole kroner leave ({@link WholeChanges})
 * </pre>
 *
 * which sum to {@code a1 - M(a0)} for every municipality, whatever the worlds are. Where shares are rounded by the
 * largest remainder, without limits per inhabitant and without a guarantee, an amount is less than a unit from its exact
 * one, so rounding is less than {@code u + 1} kroner for each pot of each run, u being its unit; in the mean less than
 * one krone more for each cause.
 */
public final class DecomposeChange {
    /** One of the two runs: what it was computed from and what it gave. */
    public record Side(RunInputs inputs, Pots.Result.Allocated result) {}

    /** Does the work for each municipality, on as many threads as it likes, and returns when all is done. */
    public interface Workers {
        void each(int municipalities, IntConsumer work);
    }

    /** On the caller's thread. */
    public static final Workers ALONE =
            (municipalities, work) -> IntStream.range(0, municipalities).forEach(work);

    private final Side from;
    private final Side to;
    private final Lineage lineage;
    private final List<RunInputs.Municipality> there;

    /** @param heirs the successors of a municipality on the newer run's structure date, itself while it exists */
    public DecomposeChange(Side from, Side to, Function<MunicipalityId, List<Successor>> heirs) {
        this.from = from;
        this.to = to;
        this.there = to.inputs().municipalities();
        this.lineage = new Lineage(there, heirs);
    }

    /** Those that got something and whom nobody of the newer run is known to have taken over from. */
    public Set<MunicipalityId> lost() {
        var lost = new TreeSet<MunicipalityId>();
        for (var side : List.of(from, to)) {
            lineage.moved(Worlds.byIdentity(side.inputs(), side.result()))
                    .lost()
                    .forEach((id, amount) -> {
                        if (!amount.isZero()) {
                            lost.add(id);
                        }
                    });
        }
        return lost;
    }

    /** Who stands in the newer structure for each municipality that either run knows of. */
    Map<MunicipalityId, List<Successor>> heirs() {
        return Stream.of(from.inputs(), to.inputs())
                .flatMap(DecomposeChange::known)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), lineage::of));
    }

    private static Stream<MunicipalityId> known(RunInputs inputs) {
        var named = Stream.of(
                        inputs.applications().stream().flatMap(one -> one.parts(Kroner.ZERO).keySet().stream()),
                        inputs.applications().stream().map(one -> Lineage.identity(one.municipality())),
                        inputs.promised().stream().flatMap(one -> one.parts().keySet().stream()),
                        inputs.promised().stream().map(one -> Lineage.identity(one.municipality())))
                .flatMap(Function.identity());
        return Stream.concat(inputs.municipalities().stream().map(RunInputs.Municipality::identity), named);
    }

    /** The change by causes; {@code mean}: also over all orders. Nobody may be {@link #lost}. */
    public ChangeTable decompose(boolean mean, Workers workers) {
        var before = moved(from.inputs(), from.result());
        var after = moved(to.inputs(), to.result());
        var inKroner = inKroner(before);
        var worlds = new Worlds(
                there,
                MovedInputs.of(from.inputs(), there, lineage),
                MovedInputs.of(to.inputs(), there, lineage),
                inKroner);
        var causes = Cause.of(worlds.present());
        var attribution = new Attribution(worlds.present());
        var chains = new long[there.size()][];
        var means = new long[there.size()][];
        var first = new long[there.size()];
        var last = new long[there.size()];
        workers.each(there.size(), i -> {
            first[i] = worlds.value(i, 0);
            last[i] = worlds.value(i, worlds.present());
            chains[i] = attribution.chain(world -> worlds.value(i, world));
            means[i] = mean ? attribution.mean(world -> worlds.value(i, world)) : new long[0];
        });
        var whole = mean ? WholeChanges.of(means, attribution.orders()) : null;
        var rows = new ArrayList<ChangeTable.Change>();
        for (var i = 0; i < there.size(); i++) {
            var structure = first[i] - inKroner[i];
            var change = after[i] - before[i];
            rows.add(new ChangeTable.Change(
                    there.get(i).number(),
                    there.get(i).name(),
                    Kroner.of(before[i]),
                    Kroner.of(after[i]),
                    byCause(causes, structure, chains[i], change),
                    byCause(causes, structure, whole == null ? null : whole[i], change)));
        }
        return new ChangeTable(causes(rows), rows, ChangeTable.total(rows), worlds.impossible(), worlds.divisions());
    }

    /** What is left when structure and causes are off the change is rounding. */
    private static Map<Cause, Kroner> byCause(
            List<Cause> causes, long structure, long @Nullable [] changes, long change) {
        if (changes == null) {
            return Map.of();
        }
        var amounts = new EnumMap<Cause, Kroner>(Cause.class);
        var left = change - structure;
        amounts.put(Cause.STRUCTURE, Kroner.of(structure));
        for (var j = 0; j < changes.length; j++) {
            amounts.put(causes.get(j), Kroner.of(changes[j]));
            left -= changes[j];
        }
        amounts.put(Cause.ROUNDING, Kroner.of(left));
        return amounts;
    }

    private static List<Cause> causes(List<ChangeTable.Change> rows) {
        return Arrays.stream(Cause.values())
                .filter(cause -> rows.stream()
                        .anyMatch(row -> !row.inOrder(cause).isZero()
                                || !row.inMean(cause).isZero()))
                .toList();
    }

    /** The older run to the krone in its own structure, moved; what it gave where it cannot be divided so. */
    private long[] inKroner(long[] before) {
        var inputs = from.inputs();
        if (inputs.parameters().unit() == 1) {
            return before;
        }
        var exact = inputs.over(
                inputs.parameters().roundedTo(1),
                inputs.budget(),
                inputs.municipalities(),
                inputs.applications(),
                inputs.before(),
                inputs.eligible(),
                inputs.approved(),
                inputs.commitments());
        return Optional.of(new ReadRows(List.of()).division(exact).divide())
                .filter(Pots.Result.Allocated.class::isInstance)
                .map(Pots.Result.Allocated.class::cast)
                .map(result -> moved(exact, result))
                .orElse(before);
    }

    private long[] moved(RunInputs inputs, Pots.Result.Allocated result) {
        var amounts = lineage.moved(Worlds.byIdentity(inputs, result));
        return there.stream()
                .mapToLong(one -> amounts.amounts()
                        .getOrDefault(one.identity(), Kroner.ZERO)
                        .value())
                .toArray();
    }
}
