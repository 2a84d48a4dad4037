package no.opptrapping.grant.allocation.engine;

import java.util.List;
import no.opptrapping.platform.values.Kroner;

/** A way of dividing a budget, complete with the rows that it divides over. The rows' order never matters. */
public sealed interface Model
        permits ObjectiveCriteria,
                QuickCriteria,
                QuickFramework,
                ByApplication,
                PerPosition,
                FrameworkGrant,
                ActivityBased,
                WithinCeiling {
    /** Who can get something from it. */
    List<Recipient> recipients();

    /** Divides the budget, or names everything that is wrong with the rows and parameters. */
    Outcome<? extends Division> divide(Kroner budget);
}
