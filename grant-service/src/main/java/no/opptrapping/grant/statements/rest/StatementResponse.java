package no.opptrapping.grant.statements.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.statements.Advice;
import no.opptrapping.grant.statements.Statement;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A county governor's statement as the API shows it. */
@Schema(name = "Statement")
record StatementResponse(
        ApplicationId applicationId,
        CallId callId,

        @Schema(description = "Whether it is advised to approve or to reject; none for information alone")
        Advice advice,

        @Schema(description = "What is advised to award, in whole kroner; absent when nothing is said of that")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Kroner amount,

        @Schema(maxLength = 4000) String text,

        @Schema(description = "The instant at which it was given (UTC)")
        Instant givenAt,

        @Schema(description = "The last instant that was on time")
        Instant due,

        @Schema(description = "Whether it came after that, when nobody waited for it any more")
        boolean late) {
    static StatementResponse of(Statement statement) {
        return new StatementResponse(
                statement.application(),
                statement.call(),
                statement.advice(),
                statement.amount().orElse(null),
                statement.text(),
                statement.at(),
                statement.due(),
                statement.isLate());
    }
}
