package no.opptrapping.grant.allocation.sweeps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What one scenario of a sweep came to; it is number {@code number} of the grid and sets {@code set}, by pointer. */
public sealed interface Scenario {
    int number();

    Map<String, String> set();

    /**
     * The budget divided, compared with the sweep's base per inhabitant.
     *
     * @param winners how many municipalities get more than the base by strictly more than the sweep's limit
     * @param losers how many get less by strictly more than the limit
     * @param largestLoss who loses most per inhabitant, and how much; empty when nobody loses
     * @param gini per inhabitant, weighted by population; empty when nobody gets anything
     * @param amounts what each municipality gets
     * @param fallback whether machine numbers could not tell the amounts for certain and exact fractions had to
     */
    record Divided(
            int number,
            Map<String, String> set,
            Kroner sum,
            Kroner undistributed,
            int winners,
            int losers,
            Optional<Loss> largestLoss,
            Optional<Fraction> gini,
            Map<MunicipalityNumber, Kroner> amounts,
            boolean fallback)
            implements Scenario {}

    /** It cannot be divided, for all of these reasons. */
    record Refused(int number, Map<String, String> set, List<BrokenRule> broken) implements Scenario {
        public Refused {
            broken = List.copyOf(broken);
        }
    }

    /** A municipality's loss in kroner, above zero, and per inhabitant. */
    record Loss(MunicipalityNumber number, Kroner kroner, Fraction perInhabitant) {}
}
