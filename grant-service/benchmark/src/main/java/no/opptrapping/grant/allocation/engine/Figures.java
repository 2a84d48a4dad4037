package no.opptrapping.grant.allocation.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Invented figures of many municipalities, the same in every run of the benchmarks. */
final class Figures {
    private Figures() {}

    static List<String> indicators(int criteria) {
        return IntStream.range(0, criteria).mapToObj(k -> "c" + k).toList();
    }

    /** Most small, few large, as municipalities are; beyond nine thousand they are told apart by reference. */
    static List<Row> rows(int count, int criteria) {
        var random = new Random(2026);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var size = (long) Math.exp(random.nextGaussian() + 8.5) + 200;
                    var values = new HashMap<String, Decimal>();
                    for (var k = 0; k < criteria; k++) {
                        values.put("c" + k, Decimal.of(1 + (long) (size * random.nextDouble())));
                    }
                    var recipient = new Recipient(
                            new MunicipalityNumber("%04d".formatted(1000 + i % 9000)), i < 9000 ? "" : "r" + i);
                    return new Row(recipient, Decimal.of(size), values);
                })
                .toList();
    }

    /** Weights with four decimals that sum to one. */
    static List<Decimal> weights(int criteria) {
        var each = 9999 / criteria;
        return IntStream.range(0, criteria)
                .mapToObj(k -> Decimal.of("0.%04d".formatted(k > 0 ? each : 10_000 - each * (criteria - 1))))
                .toList();
    }

    static ObjectiveCriteria model(List<Row> rows, List<Decimal> weights, Limit floor, int unit) {
        var criteria = IntStream.range(0, weights.size())
                .mapToObj(k -> new Criterion("c" + k, weights.get(k)))
                .toList();
        return new ObjectiveCriteria(new Key.CostKey(criteria, false), rows, floor, new Limit.None(), unit);
    }
}
