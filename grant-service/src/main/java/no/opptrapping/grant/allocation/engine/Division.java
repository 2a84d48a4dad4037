package no.opptrapping.grant.allocation.engine;

import java.util.List;
import no.opptrapping.platform.values.Kroner;

/** A budget divided: the lines in the recipients' order; what they sum to and what is undistributed make the budget. */
public interface Division {
    Kroner budget();

    List<? extends Line> lines();

    default Kroner sum() {
        return Kroner.sum(lines().stream().map(Line::amount).toList());
    }

    default Kroner undistributed() {
        return budget().minus(sum());
    }

    /** One recipient's amount; what implements it also carries the amount's explanation. */
    interface Line {
        Recipient recipient();

        Kroner amount();
    }
}
