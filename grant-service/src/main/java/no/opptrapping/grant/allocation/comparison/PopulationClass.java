package no.opptrapping.grant.allocation.comparison;

import java.util.List;
import no.opptrapping.grant.allocation.engine.Fraction;

/** The six classes of municipalities by population of the survey of 2014 (SINTEF A26099, table 2.1), by their keys. */
public final class PopulationClass {
    private record Step(long from, String key) {}

    private static final List<Step> FROM_THE_LARGEST = List.of(
            new Step(50_001, "over-50000"),
            new Step(20_000, "20000-50000"),
            new Step(10_000, "10000-19999"),
            new Step(5_000, "5000-9999"),
            new Step(2_000, "2000-4999"));

    private PopulationClass() {}

    /** The key of the class of a municipality with so many inhabitants; exactly 50 000 is not over 50 000. */
    public static String of(Fraction inhabitants) {
        return FROM_THE_LARGEST.stream()
                .filter(step -> inhabitants.compareTo(Fraction.of(step.from())) >= 0)
                .map(Step::key)
                .findFirst()
                .orElse("under-2000");
    }
}
