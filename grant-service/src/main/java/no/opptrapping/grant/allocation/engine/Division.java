package no.opptrapping.grant.allocation.engine;

import java.util.List;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityDivision;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationDivision;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.ByCriteria;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionDivision;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingLine;
import no.opptrapping.platform.values.Kroner;

/** A budget divided: the lines in the recipients' order; what they sum to and what is undistributed make the budget. */
public sealed interface Division
        permits ByCriteria,
                ApplicationDivision,
                PositionDivision,
                ActivityDivision,
                FrameworkDivision,
                CeilingDivision,
                Amounts {
    Kroner budget();

    List<? extends Line> lines();

    default Kroner sum() {
        return Kroner.sum(lines().stream().map(Line::amount).toList());
    }

    default Kroner undistributed() {
        return budget().minus(sum());
    }

    /** One recipient's amount; what implements it also carries the amount's explanation. */
    sealed interface Line
            permits CriteriaLine,
                    ApplicationLine,
                    PositionLine,
                    ActivityLine,
                    FrameworkLine,
                    CeilingLine,
                    Amounts.Amount {
        Recipient recipient();

        Kroner amount();
    }
}
