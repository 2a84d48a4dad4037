package no.opptrapping.grant.queue.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.queue.AssessmentQueue;
import no.opptrapping.grant.queue.CaseStep;
import no.opptrapping.grant.queue.SeeAssessmentQueue;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits to be assessed and decided. */
@Path("/v1/assessment-queue")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class AssessmentQueueResource {
    /** Whose cases. */
    @Schema(name = "CaseHolderWish")
    enum Whose {
        /** The caller's. */
        @JsonProperty("mine")
        MINE,
        /** Nobody's. */
        @JsonProperty("unassigned")
        UNASSIGNED
    }

    private final SeeAssessmentQueue seeQueue;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    AssessmentQueueResource(SeeAssessmentQueue seeQueue, CurrentCaller caller, CurrentLanguage language) {
        this.seeQueue = seeQueue;
        this.caller = caller;
        this.language = language;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(
            operationId = "listAssessmentQueue",
            summary = "List the cases that are not decided, with what each waits for and whom",
            description = "Those that came first, by the day in Norway, and of one day those that ask for most.")
    public Page<QueuedCaseResponse> list(
            @QueryParam("callId") @Nullable CallId callId,
            @QueryParam("whose") @Nullable Whose whose,
            @QueryParam("waitsFor") @Nullable CaseStep waitsFor,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(3)
                .map(cursor -> new AssessmentQueue.Key(cursor.date(0), Kroner.of(cursor.number(1)), cursor.text(2)));
        var wish = new SeeAssessmentQueue.Wish(
                Optional.ofNullable(callId),
                whose == Whose.MINE ? Optional.of(caller.staff().subject()) : Optional.empty(),
                whose == Whose.UNASSIGNED,
                Optional.ofNullable(waitsFor));
        return Page.of(
                        seeQueue.list(wish, language.get(), after, page.limit() + 1),
                        page.limit(),
                        line -> List.of(
                                line.queued().queuedOn().toString(),
                                line.queued().asked().toString(),
                                line.queued().reference()))
                .map(QueuedCaseResponse::of);
    }
}
