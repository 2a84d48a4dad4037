package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.DraftApplication;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;

/** Answers whoever writes a draft, in whichever way. */
@ApplicationScoped
class DraftAnswers {
    private final ApplicationResponses responses;
    private final Problems problems;

    DraftAnswers(ApplicationResponses responses, Problems problems) {
        this.responses = responses;
        this.problems = problems;
    }

    Response of(DraftApplication.Outcome outcome, Function<Application, Response.ResponseBuilder> drafted) {
        return switch (outcome) {
            case DraftApplication.Outcome.Drafted(var application, var missing, var round) ->
                drafted.apply(application)
                        .header("ETag", ETags.of(application.version()))
                        .entity(responses.of(application, missing, round))
                        .build();
            case DraftApplication.Outcome.CallOver(var phase) ->
                phase == CallPhase.CANCELLED
                        ? problems.conflict("application.call-cancelled")
                        : problems.conflict("application.call-over", "state", phase.code());
            case DraftApplication.Outcome.Refused(var broken) -> problems.rejected(broken);
            case DraftApplication.Outcome.UnknownCall() ->
                problems.rejected(List.of(BrokenRule.of("application.call-unknown", "/callId")));
            case DraftApplication.Outcome.TooManyDrafts(var most) ->
                problems.conflict("application.too-many-drafts", "most", most);
            case DraftApplication.Outcome.UnknownApplication() -> problems.notFound();
            case DraftApplication.Outcome.NoLongerADraft(var now) ->
                problems.conflict("application.not-a-draft", "state", now.code());
            case DraftApplication.Outcome.OtherCall() ->
                problems.rejected(List.of(BrokenRule.of("application.other-call", "/callId")));
            case DraftApplication.Outcome.CompletionOver(var completeBy) ->
                problems.conflict("application.completion-is-over", "completeBy", completeBy.toString());
            case DraftApplication.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
        };
    }
}
