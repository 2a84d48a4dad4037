package no.opptrapping.grant.timelines;

import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.calls.CallId;

/** What has been measured. */
public interface Timelines {
    /**
     * Each step of a call, in their order.
     *
     * @param lastDay the day that is counted from
     * @param today the day on which those that wait have waited so far
     */
    List<CallTimeline.Measured> measured(CallId call, LocalDate lastDay, LocalDate today);
}
