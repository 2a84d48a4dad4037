package no.opptrapping.grant.timelines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.LastMoment;

/** Measures how long a call takes or took, from the moments that are stored. */
@ApplicationScoped
public class MeasureTimeline {
    private final Timelines timelines;
    private final Calls calls;
    private final Clock clock;

    MeasureTimeline(Timelines timelines, Calls calls, Clock clock) {
        this.timelines = timelines;
        this.calls = calls;
        this.clock = clock;
    }

    /** The timeline; empty for a call that nobody knows of yet. Before the deadline nobody waits. */
    @Transactional
    public Optional<CallTimeline> of(CallId id) {
        return calls.find(id).filter(call -> call.status() != CallStatus.DRAFT).map(call -> {
            var lastDay = LastMoment.of(call.deadline()).day();
            return new CallTimeline(id, lastDay, timelines.measured(id, lastDay, BusinessDates.today(clock)));
        });
    }
}
