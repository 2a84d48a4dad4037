package no.opptrapping.grant.allocation.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.engine.CriteriaTable;
import no.opptrapping.grant.allocation.engine.Criterion;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.Row;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What is read of a run's inputs once for all the parameters that they are divided by. How much is kept does not grow
 * with the number of scenarios: a sweep varies nothing that it is kept by.
 */
final class RunRows {
    private final List<RunInputs.Before> earmarked;
    private final List<Row> all;
    private final Map<TableKey, Optional<CriteriaTable>> tables = new ConcurrentHashMap<>();
    private final Map<BeforeKey, Map<Recipient, Kroner>> before = new ConcurrentHashMap<>();
    private final Map<Integer, Indices> indices = new ConcurrentHashMap<>();

    private record TableKey(int pot, List<String> figures) {}

    private record BeforeKey(String scheme, int year) {}

    private record Indices(Map<String, String> texts, Map<Recipient, Decimal> read) {}

    RunRows(RunInputs inputs) {
        this(inputs, RunRows::row);
    }

    /** The same, the municipalities read in this way. */
    RunRows(RunInputs inputs, Function<RunInputs.Municipality, Row> read) {
        this.earmarked = inputs.before();
        this.all = inputs.municipalities().stream().map(read).toList();
    }

    /** The same with one municipality's row read anew. */
    private RunRows(RunRows others, RunInputs.Municipality changed) {
        this.earmarked = others.earmarked;
        var other = row(changed);
        this.all = others.all.stream()
                .map(one -> one.recipient().equals(other.recipient()) ? other : one)
                .toList();
        this.before.putAll(others.before);
        this.indices.putAll(others.indices);
    }

    RunRows with(RunInputs.Municipality changed) {
        return new RunRows(this, changed);
    }

    List<Row> all() {
        return all;
    }

    /** The pot's figures as machine numbers; empty when they do not fit such, or shares are not by own criteria. */
    Optional<CriteriaTable> table(int pot, Key key, List<Row> rows) {
        if (!(key instanceof Key.CostKey own)) {
            return Optional.empty();
        }
        var figures = own.criteria().stream().map(Criterion::indicator).toList();
        return tables.computeIfAbsent(new TableKey(pot, figures), named -> CriteriaTable.of(rows, figures));
    }

    /** What each had of an earmarked scheme in a year. */
    Map<Recipient, Kroner> before(String scheme, int year) {
        return before.computeIfAbsent(
                new BeforeKey(scheme, year),
                named -> earmarked.stream()
                        .filter(one -> one.scheme().equals(scheme) && one.year() == year)
                        .collect(Collectors.toUnmodifiableMap(
                                one -> recipient(one.number()), one -> Kroner.of(one.amount()), (one, last) -> last)));
    }

    /** Imported indices; they are kept for the first parameters, and so for the others that do not change them. */
    Map<Recipient, Decimal> indices(int pot, Map<String, String> texts) {
        var first = indices.computeIfAbsent(pot, named -> new Indices(texts, read(texts)));
        return first.texts().equals(texts) ? first.read() : read(texts);
    }

    private static Map<Recipient, Decimal> read(Map<String, String> indices) {
        return indices.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        one -> recipient(one.getKey()), one -> Decimal.of(one.getValue())));
    }

    static Row row(RunInputs.Municipality municipality) {
        var values = new HashMap<String, Decimal>();
        municipality.values().forEach((figures, value) -> values.put(figures, Decimal.of(value)));
        return new Row(
                recipient(municipality.number()),
                municipality.inhabitants() == null ? null : Decimal.of(municipality.inhabitants()),
                values);
    }

    static Recipient recipient(String number) {
        return Recipient.of(new MunicipalityNumber(number));
    }
}
