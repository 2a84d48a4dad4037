package no.opptrapping.grant.ledger.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.ledger.SeeLedger;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger's entries and accounts. */
@Path("/v1/ledger")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
@Tag(name = "Ledger")
class LedgerResource {
    private final SeeLedger seeLedger;

    LedgerResource(SeeLedger seeLedger) {
        this.seeLedger = seeLedger;
    }

    @GET
    @Path("/accounts")
    @Operation(operationId = "getLedgerAccounts", summary = "Read the balance of each account of a scheme and year")
    public AccountsResponse accounts(
            @QueryParam("schemeId") @NotNull SchemeId schemeId,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        return AccountsResponse.of(seeLedger.balances(schemeId, Year.of(year)));
    }

    @GET
    @Path("/entries")
    @Operation(operationId = "listLedgerEntries", summary = "List the entries of the ledger")
    public Page<EntryResponse> entries(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("awardId") @Nullable UUID awardId,
            @Valid @BeanParam PageQuery page) {
        var filter = new Journal.EntryFilter(
                Optional.ofNullable(schemeId), Optional.ofNullable(year).map(Year::of), Optional.ofNullable(awardId));
        var after = page.cursor(1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                        seeLedger.entries(filter, after, page.limit() + 1),
                        page.limit(),
                        entry -> List.of(Long.toString(entry.number())))
                .map(EntryResponse::of);
    }
}
