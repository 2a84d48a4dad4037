package no.opptrapping.reporting.obligations.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.Obligations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/obligations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MUNICIPALITY, Roles.NATIONAL_STAFF})
@Tag(name = "Obligations")
@Acts(Task.REPORT)
class ObligationsResource {
    private final Obligations obligations;
    private final KnownMunicipalities municipalities;
    private final CallerSight sight;
    private final Clock clock;

    ObligationsResource(Obligations obligations, KnownMunicipalities municipalities, CallerSight sight, Clock clock) {
        this.obligations = obligations;
        this.municipalities = municipalities;
        this.sight = sight;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listObligations",
            summary = "Who has to report on what, by when, and how far they have come",
            description = "A municipality sees its own, people of the Directorate and the ministry see all.")
    public Page<ObligationResponse> list(
            @QueryParam("year") @Min(2012) @Max(2100) @Nullable Integer year,
            @QueryParam("municipality") @Nullable MunicipalityNumber municipality,
            @QueryParam("status") @Nullable ObligationStatus status,
            @Valid @BeanParam PageQuery page) {
        var asked = Optional.ofNullable(municipality)
                .map(number -> municipalities.structure().meantBy(number, BusinessDates.today(clock)));
        var found = obligations.list(new Obligations.Wish(
                sight.get().among(asked),
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(status),
                page.cursor(1).map(cursor -> new ObligationId(cursor.uuid(0))),
                page.limit() + 1));
        return Page.of(
                        found,
                        page.limit(),
                        obligation -> List.of(obligation.id().toString()))
                .map(ObligationResponse::of);
    }
}
