package no.opptrapping.grant.framework.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.framework.FrameworkAllocations;
import no.opptrapping.grant.framework.SeeFrameworkAllocations;
import no.opptrapping.platform.paging.Cursor;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What each municipality gets of money that has become framework grant. */
@Path("/v1/framework-allocations")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Framework grant")
class FrameworkAllocationsResource {
    private final SeeFrameworkAllocations seeFrameworkAllocations;

    FrameworkAllocationsResource(SeeFrameworkAllocations seeFrameworkAllocations) {
        this.seeFrameworkAllocations = seeFrameworkAllocations;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listFrameworkAllocations",
            summary = "List what municipalities are allocated as framework grant, each in its newest version")
    public Page<FrameworkAllocationResponse> list(
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("municipality") @Nullable MunicipalityNumber municipality,
            @QueryParam("allVersions")
                    @DefaultValue("false")
                    @Parameter(description = "Also the versions that a correction has taken the place of")
                    boolean allVersions,
            @Valid @BeanParam PageQuery page) {
        var rows = seeFrameworkAllocations.list(
                new FrameworkAllocations.Filter(
                        Optional.ofNullable(year).map(Year::of), Optional.ofNullable(municipality), allVersions),
                page.cursor(4).map(FrameworkAllocationsResource::key),
                page.limit() + 1);
        return Page.of(
                        rows,
                        page.limit(),
                        row -> List.of(
                                row.year().toString(),
                                row.row().number().value(),
                                row.id().toString(),
                                Long.toString(row.version())))
                .map(FrameworkAllocationResponse::of);
    }

    private static FrameworkAllocations.Key key(Cursor cursor) {
        return new FrameworkAllocations.Key(
                cursor.read(0, Year::parse),
                cursor.read(1, MunicipalityNumber::new),
                new FrameworkAllocationId(cursor.uuid(2)),
                cursor.read(3, Long::valueOf));
    }
}
