package no.opptrapping.reporting.overview.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.LocalisedFaults;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.overview.MunicipalOverview;
import no.opptrapping.reporting.overview.ReadOverview;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/overview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MUNICIPALITY)
@Tag(name = "Overview")
@Acts(Task.REPORT)
class OverviewResource {
    private final ReadOverview overview;
    private final CallerSight sight;
    private final LocalisedFaults faults;
    private final Texts texts;
    private final CurrentLanguage language;
    private final Problems problems;

    OverviewResource(
            ReadOverview overview,
            CallerSight sight,
            LocalisedFaults faults,
            Texts texts,
            CurrentLanguage language,
            Problems problems) {
        this.overview = overview;
        this.sight = sight;
        this.faults = faults;
        this.texts = texts;
        this.language = language;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "getOverview",
            summary = "What a municipality has to report on, by when, and what is missing")
    @APIResponse(
            responseCode = "200",
            description = "The overview of the municipality that calls",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OverviewResponse.class)))
    public Response get() {
        return switch (sight.get()) {
            case Sight.Own(var self, var municipalities) ->
                Response.ok(response(self, overview.of(municipalities))).build();
            case Sight.Everything(), Sight.Counties _, Sight.Nothing() -> problems.notFound();
        };
    }

    private OverviewResponse response(KnownMunicipality self, MunicipalOverview found) {
        var reports = found.reports();
        return new OverviewResponse(
                new OverviewResponse.Party(self.id(), self.number(), self.name()),
                reports.stream().map(this::deadline).toList(),
                reports.stream()
                        .filter(due -> !due.missing().isEmpty())
                        .map(this::missing)
                        .toList(),
                new OverviewResponse.Money(
                        Kroner.sum(reports.stream()
                                .map(due -> due.money().carriedIn())
                                .toList()),
                        Kroner.sum(reports.stream()
                                .map(due -> due.money().received())
                                .toList()),
                        Kroner.sum(
                                reports.stream().map(due -> due.money().spent()).toList()),
                        Kroner.sum(reports.stream()
                                .map(due -> due.money().unspent())
                                .toList())),
                found.waiting());
    }

    private OverviewResponse.Deadline deadline(MunicipalOverview.Due due) {
        return new OverviewResponse.Deadline(
                "report",
                due.dueOn(),
                where(due),
                due.overdue(),
                texts.text(
                        language.get(),
                        "overview.report-"
                                + (due.added() ? "added" : due.status().code()),
                        Map.of("year", due.year().getValue(), "dueOn", due.dueOn())));
    }

    private OverviewResponse.Missing missing(MunicipalOverview.Due due) {
        return new OverviewResponse.Missing(where(due), faults.of(due.missing()));
    }

    private static String where(MunicipalOverview.Due due) {
        return "/v1/reports/" + due.report();
    }
}
