package no.opptrapping.grant.statements;

import java.time.Instant;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * A submitted application of which the county governor has said nothing yet.
 *
 * @param callTitle in the reader's language
 * @param due the last instant at which a statement is on time
 */
public record AwaitedStatement(
        ApplicationId application,
        String reference,
        CallId call,
        String callTitle,
        MunicipalityId host,
        Kroner asked,
        Instant submittedAt,
        Instant due) {}
