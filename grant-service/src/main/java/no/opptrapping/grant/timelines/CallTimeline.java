package no.opptrapping.grant.timelines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;

/**
 * How long it took from the last day of a call to each step, in whole days in Norway.
 *
 * @param lastDay the day of the deadline, that all days are counted from
 * @param steps one for each step, in their order
 */
public record CallTimeline(CallId call, LocalDate lastDay, List<Measured> steps) {
    /**
     * What has been measured of a step.
     *
     * @param done how many have come so far
     * @param median so many days half of them took at most; empty when nobody has come so far
     * @param slowestTenth so many days nine of ten took at most; empty when nobody has come so far
     * @param waiting how many wait for it now
     * @param oldestWaiting so many days the one that waits longest has waited; empty when nobody waits
     */
    public record Measured(
            TimelineStep step,
            long done,
            Optional<Integer> median,
            Optional<Integer> slowestTenth,
            long waiting,
            Optional<Integer> oldestWaiting) {}

    public CallTimeline {
        steps = List.copyOf(steps);
    }
}
