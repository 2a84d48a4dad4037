package no.opptrapping.grant.frames.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import no.opptrapping.grant.frames.SeeFrames;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvQuery;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Frames as they stand, and as they stood at the end of a month. */
@Path("/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.STAFF, Roles.INTERNAL_READ})
@Tag(name = "Frames", description = "What county governors' offices may award under authority to charge")
class FramesResource {
    private static final List<String> HEAD = List.of(
            "countyGovernorOfficeId",
            "name",
            "authorised",
            "awarded",
            "paid",
            "claimed",
            "unused",
            "decided",
            "ordered",
            "agrees");

    private static final MediaType CSV = MediaType.valueOf(Csv.TYPE);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).build();

    private final SeeFrames seeFrames;

    FramesResource(SeeFrames seeFrames) {
        this.seeFrames = seeFrames;
    }

    @GET
    @Path("/frames")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listFrames",
            summary = "Read the frames of a scheme's year",
            description = "By the offices' names; to a county governor those of the own office.")
    public FrameList frames(
            @QueryParam("schemeId") @NotNull SchemeId schemeId,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year) {
        var seen = seeFrames.of(schemeId, Year.of(year));
        return new FrameList(
                seen.unusedBackOn().orElse(null),
                seen.frames().stream().map(FrameResponse::of).toList());
    }

    /** The frames of a scheme's year. */
    @Schema(name = "FrameList")
    record FrameList(
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "From that day what is unused flows back by itself; missing: on no day")
            @Nullable
            LocalDate unusedBackOn,

            @Schema(required = true, maxItems = 100) List<FrameResponse> items) {}

    /** The frame of an office. */
    @Schema(name = "Frame")
    record FrameResponse(
            CountyGovernorOfficeId countyGovernorOfficeId,

            @Schema(description = "What the office is called today")
            String name,

            @Schema(description = "The authority to charge that it has, in whole kroner")
            Kroner authorised,

            @Schema(description = "Used: the valid awards of the frame, in whole kroner")
            Kroner awarded,

            @Schema(description = "What has been paid of the awards, in whole kroner")
            Kroner paid,

            @Schema(description = "Claimed back since awards were reduced, in whole kroner")
            Kroner claimed,

            @Schema(description = "Not awarded, in whole kroner")
            Kroner unused) {
        static FrameResponse of(SeeFrames.Named one) {
            var frame = one.frame();
            return new FrameResponse(
                    frame.office(),
                    one.office(),
                    frame.authorised(),
                    frame.awarded(),
                    frame.paid(),
                    frame.claimed(),
                    frame.unused());
        }
    }

    @GET
    @Path("/frame-reconciliations")
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @APIResponse(
            responseCode = "200",
            description = "Each office at the end of the month",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReconciliationList.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 100_000))
            })
    @Operation(
            operationId = "reconcileFrames",
            summary = "Reconcile each office's frame at the end of a month",
            description =
                    "Authority, awards, payments and unused as the ledger had them, held against the decisions about the"
                            + " frame and the payments themselves. JSON or CSV.")
    public Response reconciliation(
            @QueryParam("schemeId") @NotNull SchemeId schemeId,
            @QueryParam("year") @NotNull @Min(2000) @Max(2100) Integer year,
            @QueryParam("month")
                    @NotNull
                    @Pattern(regexp = "^[0-9]{4}-(0[1-9]|1[0-2])$")
                    @Parameter(description = "The month, as it stood when it was over", example = "2026-06")
                    String month,
            @BeanParam CsvQuery csv,
            @Context Request request) {
        var rows = seeFrames.reconciled(schemeId, Year.of(year), YearMonth.parse(month)).stream()
                .map(ReconciliationResponse::of)
                .toList();
        var wanted = request.selectVariant(FORMS);
        return wanted != null && wanted.getMediaType().isCompatible(CSV)
                ? Response.ok(csv(rows, csv), Csv.CONTENT_TYPE).build()
                : Response.ok(new ReconciliationList(rows), MediaType.APPLICATION_JSON)
                        .build();
    }

    private static byte[] csv(List<ReconciliationResponse> rows, CsvQuery query) {
        var csv = new Csv(query.dialect()).head(HEAD);
        rows.forEach(row -> csv.row(
                Csv.text(row.countyGovernorOfficeId().toString()),
                Csv.text(row.name()),
                Csv.number(row.authorised()),
                Csv.number(row.awarded()),
                Csv.number(row.paid()),
                Csv.number(row.claimed()),
                Csv.number(row.unused()),
                Csv.number(row.decided()),
                Csv.number(row.ordered()),
                Csv.text(Boolean.toString(row.agrees()))));
        return csv.bytes();
    }

    /** The offices at the end of a month. */
    @Schema(name = "FrameReconciliationList")
    record ReconciliationList(
            @Schema(required = true, maxItems = 100) List<ReconciliationResponse> items) {}

    /** An office at the end of a month. */
    @Schema(name = "FrameReconciliation")
    record ReconciliationResponse(
            CountyGovernorOfficeId countyGovernorOfficeId,

            @Schema(description = "What the office was called then")
            String name,

            @Schema(description = "The authority to charge by the ledger, in whole kroner")
            Kroner authorised,

            @Schema(description = "The valid awards by the ledger, in whole kroner")
            Kroner awarded,

            @Schema(description = "What was paid by the ledger, in whole kroner")
            Kroner paid,

            @Schema(description = "Claimed back by the ledger, in whole kroner")
            Kroner claimed,

            @Schema(description = "Not awarded by the ledger, in whole kroner")
            Kroner unused,

            @Schema(description = "The authority by the adopted changes of frames, in whole kroner")
            Kroner decided,

            @Schema(description = "What was paid by the payments themselves, in whole kroner")
            Kroner ordered,

            @Schema(description = "Whether all of it agrees to the krone")
            boolean agrees) {
        static ReconciliationResponse of(SeeFrames.Reconciled one) {
            var frame = one.frame();
            return new ReconciliationResponse(
                    frame.office(),
                    one.office(),
                    frame.authorised(),
                    frame.awarded(),
                    frame.paid(),
                    frame.claimed(),
                    frame.unused(),
                    one.decided(),
                    one.ordered(),
                    one.agrees());
        }
    }
}
