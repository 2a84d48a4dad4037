package no.opptrapping.grant.frames;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.problems.BrokenRule;

/** What is unused flows back from a day: no frame is raised from then on, since it would be gone within the minute. */
final class FlowBackRule {
    private FlowBackRule() {}

    /**
     * A refusal of a raise when the day has come.
     *
     * @param back the day that is in effect after the change; empty: nothing flows back
     */
    static Optional<BrokenRule> brokenBy(List<FrameChange.Line> lines, Optional<LocalDate> back, LocalDate today) {
        return back.filter(day -> !today.isBefore(day))
                .filter(_ -> lines.stream().anyMatch(line -> line.amount().isPositive()))
                .map(day -> BrokenRule.of("frame.flows-back-at-once", "/unusedBackOn", "day", day));
    }
}
