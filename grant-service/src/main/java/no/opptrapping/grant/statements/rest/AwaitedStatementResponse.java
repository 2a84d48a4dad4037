package no.opptrapping.grant.statements.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.statements.SeeStatements;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application that waits for a statement, as the API shows it. */
@Schema(name = "AwaitedStatement")
record AwaitedStatementResponse(
        ApplicationId applicationId,
        @Schema(maxLength = 20) String reference,
        CallId callId,

        @Schema(maxLength = 200, description = "The call's title in the reader's language")
        String callTitle,

        @Schema(description = "Who answers for the application today; absent while that is not known")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Applicant municipality,

        Kroner asked,
        Instant submittedAt,

        @Schema(description = "The last instant at which a statement is on time")
        Instant due,

        @Schema(description = "The last day in Norway on which a statement is on time")
        LocalDate lastDay,

        @Schema(description = "Whether that has passed: the assessment waits no longer")
        boolean overdue) {
    /** Who applies. */
    @Schema(name = "AwaitedMunicipality")
    record Applicant(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name) {}

    static AwaitedStatementResponse of(SeeStatements.Line line) {
        var awaited = line.awaited();
        return new AwaitedStatementResponse(
                awaited.application(),
                awaited.reference(),
                awaited.call(),
                awaited.callTitle(),
                line.municipality()
                        .map(one -> new Applicant(one.number(), one.name()))
                        .orElse(null),
                awaited.asked(),
                awaited.submittedAt(),
                awaited.due(),
                LastMoment.of(awaited.due()).day(),
                line.overdue());
    }
}
