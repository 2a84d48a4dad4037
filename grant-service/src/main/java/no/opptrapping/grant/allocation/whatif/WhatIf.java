package no.opptrapping.grant.allocation.whatif;

import java.util.List;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.values.Kroner;

/**
 * The answer to a what-if (<i>hva om</i>): the run as it is and as it would be, both explained, for one municipality.
 *
 * @param changed what was assumed and is not as in the run, with both
 */
public record WhatIf(ComputedRun run, Explanation now, Explanation then, List<Changed> changed) {
    public WhatIf {
        changed = List.copyOf(changed);
    }

    /**
     * One assumption beside what the run has.
     *
     * @param what {@code population} or {@code appropriation}, else the code of an indicator
     * @param year that of the figures; 0 for the appropriation
     */
    public record Changed(String what, int year, String inRun, String assumed) {}

    /** What the assumptions would give, or take. */
    public Kroner difference() {
        return then.amount().minus(now.amount());
    }
}
