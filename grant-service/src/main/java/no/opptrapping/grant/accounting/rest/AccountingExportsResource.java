package no.opptrapping.grant.accounting.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import no.opptrapping.grant.accounting.AccountingExport;
import no.opptrapping.grant.accounting.ExportAccounts;
import no.opptrapping.grant.accounting.SeeAccountingExports;
import no.opptrapping.grant.accounting.VoucherList;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is handed over to the accounts, month by month. */
@Path("/v1/accounting-exports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
@Tag(name = "Accounting")
class AccountingExportsResource {
    private final ExportAccounts exportAccounts;
    private final SeeAccountingExports seeExports;
    private final CurrentCaller caller;
    private final Problems problems;

    AccountingExportsResource(
            ExportAccounts exportAccounts, SeeAccountingExports seeExports, CurrentCaller caller, Problems problems) {
        this.exportAccounts = exportAccounts;
        this.seeExports = seeExports;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CONTROLLER, Roles.ADMINISTRATOR, Roles.INTERNAL_WRITE})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "What was posted in the month is handed over, and stays as it is",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccountingExportResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The month was handed over before, under this number",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccountingExportResponse.class)))
    @Operation(operationId = "exportAccounts", summary = "Hand over what the ledger posted in a month to the accounts")
    public Response export(@Valid @NotNull AccountingExportRequest request) {
        var outcome = exportAccounts.export(
                YearMonth.parse(request.period()), caller.get().name());
        return switch (outcome) {
            case ExportAccounts.Outcome.Exported(var export) ->
                Response.created(URI.create("/v1/accounting-exports/" + export.number()))
                        .entity(AccountingExportResponse.of(export))
                        .build();
            case ExportAccounts.Outcome.ExportedBefore(var export) ->
                Response.ok(AccountingExportResponse.of(export)).build();
            case ExportAccounts.Outcome.Refused(var broken) -> problems.rejected(broken);
        };
    }

    @GET
    @Operation(operationId = "listAccountingExports", summary = "List what has been handed over to the accounts")
    public Page<AccountingExportResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                        seeExports.list(after, page.limit() + 1),
                        page.limit(),
                        (AccountingExport export) -> List.of(Long.toString(export.number())))
                .map(AccountingExportResponse::of);
    }

    @GET
    @Path("/{number}")
    @APIResponse(
            responseCode = "200",
            description = "The export in short",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AccountingExportResponse.class)))
    @Operation(operationId = "getAccountingExport", summary = "Read what an export to the accounts has in it, in short")
    public Response get(@PathParam("number") @Min(1) Long number) {
        return seeExports
                .find(number)
                .map(export -> Response.ok(AccountingExportResponse.of(export)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{number}/vouchers")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "The vouchers, always the same bytes",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = VoucherList.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 100_000_000))
            })
    @Operation(operationId = "getVouchers", summary = "Read the vouchers of an export, as JSON or as CSV")
    public Response json(@PathParam("number") @Min(1) Long number) {
        return bytes(number, AccountingExport.Form.JSON, MediaType.APPLICATION_JSON);
    }

    @GET
    @Path("/{number}/vouchers")
    @Produces(Csv.TYPE)
    @Operation(hidden = true)
    public Response csv(@PathParam("number") @Min(1) Long number) {
        return bytes(number, AccountingExport.Form.CSV, Csv.CONTENT_TYPE);
    }

    private Response bytes(long number, AccountingExport.Form form, String type) {
        return seeExports
                .bytes(number, form)
                .map(content -> Response.ok(content, type)
                        .header("Vary", "Accept")
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"regnskap-%06d.%s\""
                                        .formatted(number, form == AccountingExport.Form.CSV ? "csv" : "json"))
                        .build())
                .orElseGet(problems::notFound);
    }
}
