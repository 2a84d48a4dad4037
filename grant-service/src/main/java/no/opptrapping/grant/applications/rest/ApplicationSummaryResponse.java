package no.opptrapping.grant.applications.rest;

import java.time.Instant;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application in a list. */
@Schema(name = "ApplicationSummary")
record ApplicationSummaryResponse(
        ApplicationId id,
        String reference,
        ApplicationStatus status,
        int version,
        CallId callId,
        int year,
        ApplicationResponse.Host host,
        boolean joint,
        @Nullable Kroner asked,
        Kroner smallestUseful,
        @Nullable Kroner awarded,
        @Nullable Instant submittedAt) {
    static ApplicationSummaryResponse of(Application application) {
        return new ApplicationSummaryResponse(
                application.id(),
                application.reference(),
                application.status(),
                application.version(),
                application.call(),
                application.year().getValue(),
                new ApplicationResponse.Host(application.host(), application.hostNumber()),
                application.content().isJoint(),
                application.content().asked(),
                application.content().smallestUseful(),
                application.decision().map(Application.Decision::awarded).orElse(null),
                application.submittedAt().orElse(null));
    }
}
