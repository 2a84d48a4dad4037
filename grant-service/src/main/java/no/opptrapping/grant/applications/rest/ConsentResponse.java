package no.opptrapping.grant.applications.rest;

import java.time.Instant;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Consent;
import no.opptrapping.grant.applications.ConsentState;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A joint application that the caller is asked to share in.
 *
 * @param status where the application is; only while it is written on can the answer be given
 * @param number the asked municipality's number when it was asked
 */
@Schema(name = "AskedConsent")
record ConsentResponse(
        ApplicationId applicationId,
        String reference,
        CallId callId,
        ApplicationStatus status,
        ApplicationResponse.Host host,
        MunicipalityNumber number,
        Kroner share,
        ConsentState state,
        Instant askedAt,
        @Nullable Instant answeredAt) {
    static ConsentResponse of(Application application, Consent consent) {
        return new ConsentResponse(
                application.id(),
                application.reference(),
                application.call(),
                application.status(),
                new ApplicationResponse.Host(application.host(), application.hostNumber()),
                consent.number(),
                consent.share(),
                consent.state(),
                consent.askedAt(),
                consent.answer().map(Consent.Answer::at).orElse(null));
    }
}
