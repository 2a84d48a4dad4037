package no.opptrapping.grant.statements;

import java.time.Instant;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;

/**
 * What a county governor says of an application (<i>Statsforvalterens uttalelse</i>), given once.
 *
 * @param amount what it advises to award; empty when it says nothing of that
 * @param by the subject of the person who gave it
 * @param due the last instant at which it was on time
 */
public record Statement(
        ApplicationId application,
        CallId call,
        Advice advice,
        Optional<Kroner> amount,
        String text,
        String by,
        Instant at,
        Instant due) {
    /** Whether it came after its deadline: nobody waited for it any more, and it is read all the same. */
    public boolean isLate() {
        return at.isAfter(due);
    }
}
