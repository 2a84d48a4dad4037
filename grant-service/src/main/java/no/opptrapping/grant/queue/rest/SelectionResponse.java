package no.opptrapping.grant.queue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.problems.Fault;
import no.opptrapping.platform.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each of a selection of cases. */
@Schema(name = "CaseSelection")
record SelectionResponse(
        @Schema(minimum = "0", maximum = "100", description = "How many it was done with")
        long done,

        @Schema(minimum = "0", maximum = "100", description = "How many it was not done with")
        long refused,

        @Schema(description = "What became of each, in the order of the request", maxItems = 100)
        List<Outcome> outcomes) {
    /** What became of one. */
    @Schema(name = "CaseSelectionOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            ApplicationId applicationId,
            @Schema(description = "Whether it was done") boolean done,

            @Schema(description = "Why not; absent when it was done") @Nullable
            Refusal refusal) {}

    /** Why it was not done with one of them: what it would have been answered alone. */
    @Schema(name = "CaseRefusal")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Refusal(
            @Schema(maxLength = 200, description = "The type of the problem, as it is answered for one alone")
            String type,

            @Schema(
                    minimum = "400",
                    maximum = "599",
                    description = "The HTTP status that it is answered with for one alone")
            int status,

            @Schema(maxLength = 2000) String detail,
            @Schema(maxItems = 100) List<Fault> errors) {
        static Refusal of(Problem problem) {
            return new Refusal(problem.type(), problem.status(), problem.detail(), problem.errors());
        }
    }

    static SelectionResponse of(List<Outcome> outcomes) {
        var done = outcomes.stream().filter(Outcome::done).count();
        return new SelectionResponse(done, outcomes.size() - done, outcomes);
    }
}
