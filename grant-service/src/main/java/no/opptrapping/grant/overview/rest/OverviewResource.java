package no.opptrapping.grant.overview.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import no.opptrapping.grant.overview.GatherOverview;
import no.opptrapping.grant.overview.Overview;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.LocalisedFaults;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The overview of the municipality that calls. */
@Path("/v1/overview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
class OverviewResource {
    private final GatherOverview gatherOverview;
    private final CallingMunicipality calling;
    private final CurrentLanguage language;
    private final Texts texts;
    private final LocalisedFaults faults;
    private final Problems problems;

    OverviewResource(
            GatherOverview gatherOverview,
            CallingMunicipality calling,
            CurrentLanguage language,
            Texts texts,
            LocalisedFaults faults,
            Problems problems) {
        this.gatherOverview = gatherOverview;
        this.calling = calling;
        this.language = language;
        this.texts = texts;
        this.faults = faults;
        this.problems = problems;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @APIResponse(
            responseCode = "200",
            description = "The overview of the municipality that calls",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OverviewResponse.class)))
    @Operation(
            operationId = "getOverview",
            summary = "Read the caller's deadlines, missing parts, money and whom to ask, in one call")
    public Response get() {
        return calling.get()
                .map(gatherOverview::of)
                .map(overview -> Response.ok(response(overview)).build())
                .orElseGet(problems::notFound);
    }

    private OverviewResponse response(Overview overview) {
        return new OverviewResponse(
                new OverviewResponse.Municipality(
                        overview.municipality().id(),
                        overview.municipality().number(),
                        overview.municipality().name()),
                overview.deadlines().stream().map(this::deadline).toList(),
                overview.missing().stream()
                        .map(missing -> new OverviewResponse.Missing(missing.where(), faults.of(missing.faults())))
                        .toList(),
                overview.money(),
                overview.contacts().stream()
                        .map(one -> new OverviewResponse.SchemeContact(
                                one.scheme().in(language.get()),
                                one.contact().name(),
                                one.contact().email(),
                                one.contact().phone()))
                        .toList());
    }

    private OverviewResponse.Deadline deadline(Overview.Deadline deadline) {
        var what = deadline.act().name().toLowerCase(Locale.ROOT);
        var spoken = language.get();
        return new OverviewResponse.Deadline(
                what,
                deadline.on(),
                deadline.time().orElse(null),
                deadline.where(),
                texts.text(
                        spoken,
                        "overview." + what,
                        Map.of(
                                "about", deadline.about().in(spoken),
                                "on", deadline.on(),
                                "time", deadline.time().orElse(""))));
    }
}
