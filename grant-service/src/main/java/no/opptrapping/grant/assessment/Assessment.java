package no.opptrapping.grant.assessment;

import java.time.Instant;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;

/**
 * The assessment (<i>saksbehandling</i>) of a submitted application.
 *
 * @param version 1 when made, growing by each change
 * @param by the subject of the person who wrote it last
 */
public record Assessment(
        AssessmentId id,
        ApplicationId application,
        CallId call,
        Judgement judgement,
        int version,
        String by,
        Instant at) {
    Assessment changed(Judgement to, String changedBy, Instant changedAt) {
        return new Assessment(id, application, call, to, version + 1, changedBy, changedAt);
    }
}
