package no.opptrapping.grant.queue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.queue.CaseStep;
import no.opptrapping.grant.queue.SeeAssessmentQueue;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case of the queue as the API shows it. */
@Schema(name = "QueuedCase")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueuedCaseResponse(
        ApplicationId applicationId,
        @Schema(maxLength = 20) String reference,
        CallId callId,

        @Schema(maxLength = 200, description = "The call's title in the reader's language")
        String callTitle,

        @Schema(description = "Who answers for the application today; absent while that is not known") @Nullable
        QueuedMunicipality municipality,

        Kroner asked,
        Instant submittedAt,

        @Schema(minimum = "0", description = "Whole days in Norway since it was submitted")
        long daysWaiting,

        @Schema(maxLength = 255, description = "The subject of the adviser who works on it; absent when nobody does")
        @Nullable
        String holder,

        @Schema(description = "Its assessment, if there is one of the application as it is now") @Nullable
        AssessmentId assessmentId,

        WaitsFor waitsFor) {
    /** Who applies. */
    @Schema(name = "QueuedMunicipality")
    record QueuedMunicipality(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name) {}

    /** What a case waits for and whom. */
    @Schema(name = "CaseWaitsFor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitsFor(
            @Schema(
                    description =
                            "What it waits for: completion, a statement, that somebody takes it, its assessment, or a second person")
            CaseStep step,

            @Schema(maxLength = 40, description = "The role that it waits for, or municipality", examples = "adviser")
            String role,

            @Schema(maxLength = 255, description = "The subject of the person whom it waits for, where it is one")
            @Nullable
            String person,

            @Schema(description = "The instant since which it waits for that (UTC)")
            Instant since,

            @Schema(description = "Until when it waits at the longest; absent where nothing ends the wait by itself")
            @Nullable
            Instant until) {}

    static QueuedCaseResponse of(SeeAssessmentQueue.Line line) {
        var queued = line.queued();
        return new QueuedCaseResponse(
                queued.application(),
                queued.reference(),
                queued.call(),
                queued.callTitle(),
                line.municipality()
                        .map(one -> new QueuedMunicipality(one.number(), one.name()))
                        .orElse(null),
                queued.asked(),
                queued.submittedAt(),
                line.days(),
                queued.holder().orElse(null),
                queued.assessment().orElse(null),
                new WaitsFor(
                        queued.step(),
                        queued.step().waitsFor(),
                        queued.step() == CaseStep.ASSESSMENT ? queued.holder().orElse(null) : null,
                        queued.since(),
                        queued.until().orElse(null)));
    }
}
