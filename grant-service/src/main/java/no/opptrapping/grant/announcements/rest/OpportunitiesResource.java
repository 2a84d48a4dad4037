package no.opptrapping.grant.announcements.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.announcements.FindOpportunities;
import no.opptrapping.grant.announcements.PublicCall;
import no.opptrapping.grant.announcements.PublicCalls;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls as funding opportunities of the CommonGrants protocol, version 0.4, for everybody. */
@Path("/common-grants/opportunities")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "CommonGrants")
class OpportunitiesResource {
    /** One opportunity. */
    @Schema(name = "OpportunityAnswer")
    record Answer(
            @Schema(description = "The HTTP status") int status,
            @Schema(maxLength = 100) String message,
            OpportunityResponse data) {}

    private static final String SUCCESS = "Success";
    private static final int OK = 200;

    private final FindOpportunities findOpportunities;
    private final PublicCalls calls;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;
    private final Clock clock;

    OpportunitiesResource(
            FindOpportunities findOpportunities,
            PublicCalls calls,
            CurrentLanguage language,
            Texts texts,
            Problems problems,
            Clock clock) {
        this.findOpportunities = findOpportunities;
        this.calls = calls;
        this.language = language;
        this.texts = texts;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listOpportunities",
            summary = "List funding opportunities as CommonGrants has them, those that changed last first")
    public OpportunityPage list(
            @Parameter(description = "The number of the page; the first is 1")
                    @QueryParam("page")
                    @DefaultValue("1")
                    @Min(1)
                    @Max(10_000)
                    int page,
            @Parameter(description = "How many a page has at most")
                    @QueryParam("pageSize")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(500)
                    int pageSize) {
        var found = findOpportunities.find(FindOpportunities.Wish.ALL, page, pageSize);
        return new OpportunityPage(
                OK,
                SUCCESS,
                shown(found.items()),
                OpportunityPage.PaginationInfo.of(page, pageSize, found.total()),
                null,
                null);
    }

    @GET
    @Path("/{oppId}")
    @APIResponse(
            responseCode = "200",
            description = "The opportunity",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @Operation(operationId = "getOpportunity", summary = "Read a funding opportunity as CommonGrants has it")
    public Response get(@PathParam("oppId") CallId id) {
        return calls.find(id)
                .map(call -> Response.ok(new Answer(OK, SUCCESS, shown(call, clock.instant())))
                        .build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "A page of what was found; what was asked for and cannot be done is told in it",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OpportunityPage.class)))
    @Operation(operationId = "searchOpportunities", summary = "Look for funding opportunities as CommonGrants has it")
    public Response search(@Valid @NotNull OpportunitySearch search) {
        var asked = new AskedOpportunities(search, language.get(), texts);
        var found = findOpportunities.find(asked.wish(), asked.page(), asked.pageSize());
        return Response.ok(new OpportunityPage(
                        OK,
                        SUCCESS,
                        shown(found.items()),
                        OpportunityPage.PaginationInfo.of(asked.page(), asked.pageSize(), found.total()),
                        asked.sortInfo(),
                        asked.filterInfo()))
                .build();
    }

    private List<OpportunityResponse> shown(List<PublicCall> found) {
        var now = clock.instant();
        return found.stream().map(call -> shown(call, now)).toList();
    }

    private OpportunityResponse shown(PublicCall call, Instant now) {
        return OpportunityResponse.of(call, now, language.get(), texts);
    }
}
