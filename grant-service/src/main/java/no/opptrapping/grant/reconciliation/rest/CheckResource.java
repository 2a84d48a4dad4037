package no.opptrapping.grant.reconciliation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.reconciliation.CheckLedger;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The check of the ledger. */
@Path("/v1/ledger/check")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class CheckResource {
    private final CheckLedger checkLedger;

    CheckResource(CheckLedger checkLedger) {
        this.checkLedger = checkLedger;
    }

    @GET
    @RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
    @Operation(
            operationId = "checkLedger",
            summary = "Hold every account of the ledger against the awards, payments and reports behind it")
    public CheckResponse check(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year) {
        return CheckResponse.of(checkLedger.check(
                Optional.ofNullable(schemeId), Optional.ofNullable(year).map(Year::of)));
    }
}
