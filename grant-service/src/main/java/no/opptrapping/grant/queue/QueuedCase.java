package no.opptrapping.grant.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * A case of a submitted application that is not decided; it may be returned for completion.
 *
 * @param callTitle in the reader's language
 * @param queuedOn the day in Norway on which it was submitted
 * @param holder the subject of the adviser who works on it; empty when nobody does
 * @param step what it waits for now
 * @param since when it began to wait for that
 * @param until until when it waits for that at the longest; empty where nothing ends the wait by itself
 */
public record QueuedCase(
        ApplicationId application,
        String reference,
        CallId call,
        String callTitle,
        MunicipalityId host,
        Kroner asked,
        Instant submittedAt,
        LocalDate queuedOn,
        Optional<String> holder,
        Optional<AssessmentId> assessment,
        CaseStep step,
        Instant since,
        Optional<Instant> until) {}
