package no.opptrapping.grant.allocation.runs;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.WholeGrant;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** What makes a framework grant whole, as the engine takes it. */
final class WholeGrants {
    private WholeGrants() {}

    static WholeGrant of(WholeFramework whole) {
        return new WholeGrant(
                Optional.ofNullable(whole.totalNeed()).map(Kroner::of),
                whole.needsInKroner(),
                Optional.ofNullable(whole.tolerance()).map(Decimal::of),
                whole.inhabitants() == null
                        ? Map.of()
                        : read(whole.inhabitants().values(), Decimal::of),
                whole.additions().stream()
                        .map(addition -> new WholeGrant.Addition(
                                kind(addition.kind()), addition.source(), read(addition.amounts(), Kroner::of)))
                        .toList(),
                Optional.ofNullable(whole.incorporated()).map(Kroner::of),
                kroner(whole.guarantee() == null ? null : whole.guarantee().after()));
    }

    /** The income guarantee over two years' whole frameworks. */
    static Optional<Incorporation> guarantee(WholeFramework whole) {
        return Optional.ofNullable(whole.guarantee())
                .map(guarantee -> new Incorporation(
                        kroner(guarantee.before()),
                        new Incorporation.Method.StateGuarantee(Decimal.of(guarantee.threshold()))));
    }

    private static WholeGrant.Kind kind(WholeFramework.Kind kind) {
        return switch (kind) {
            case SPECIAL_DISTRIBUTION -> WholeGrant.Kind.SPECIAL_DISTRIBUTION;
            case REGIONAL -> WholeGrant.Kind.REGIONAL;
            case GROWTH -> WholeGrant.Kind.GROWTH;
            case BIG_CITY -> WholeGrant.Kind.BIG_CITY;
        };
    }

    private static Map<Recipient, Kroner> kroner(@Nullable Map<String, Long> amounts) {
        return amounts == null ? Map.of() : read(amounts, Kroner::of);
    }

    private static <T, R> Map<Recipient, R> read(Map<String, T> byNumber, Function<T, R> read) {
        return byNumber.entrySet().stream()
                .collect(Collectors.toMap(one -> RunRows.recipient(one.getKey()), one -> read.apply(one.getValue())));
    }
}
