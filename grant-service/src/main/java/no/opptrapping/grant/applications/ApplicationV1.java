package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** What application.v1 carries (contracts/application.v1.schema.json); a draft is never told of. */
record ApplicationV1(
        ApplicationId applicationId,
        String reference,
        int version,
        ApplicationStatus status,
        CallId callId,
        SchemeId schemeId,
        int year,
        Host host,
        List<Participant> participants,
        Kroner asked,
        Instant submittedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer formVersion) {
    record Host(MunicipalityId municipalityId, MunicipalityNumber number) {}

    record Participant(MunicipalityId municipalityId, MunicipalityNumber number, Kroner share) {}

    static OutgoingEvent of(Application application) {
        return new OutgoingEvent(
                "application.v1",
                application.id().toString(),
                "no.opptrapping.application.v1",
                application.id().toString(),
                application.version(),
                new ApplicationV1(
                        application.id(),
                        application.reference(),
                        application.version(),
                        application.status(),
                        application.call(),
                        application.scheme(),
                        application.year().getValue(),
                        new Host(application.host(), application.hostNumber()),
                        application.participants().stream()
                                .map(one -> new Participant(one.municipality(), one.number(), one.share()))
                                .toList(),
                        application.asSubmitted().asked(),
                        application
                                .submittedAt()
                                .orElseThrow(() -> new IllegalStateException("A draft is told of to nobody")),
                        application.asSubmitted().content().formVersion()));
    }
}
