package no.opptrapping.grant.bankfiles.rest;

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
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.bankfiles.MakeBankFile;
import no.opptrapping.grant.bankfiles.SeeBankFiles;
import no.opptrapping.grant.payments.Left;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of payments to the bank. */
@Path("/v1/bank-files")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
@Tag(name = "Bank")
class BankFilesResource {
    private final MakeBankFile makeBankFile;
    private final SeeBankFiles seeBankFiles;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;

    BankFilesResource(
            MakeBankFile makeBankFile,
            SeeBankFiles seeBankFiles,
            CurrentCaller caller,
            CurrentLanguage language,
            Texts texts,
            Problems problems) {
        this.makeBankFile = makeBankFile;
        this.seeBankFiles = seeBankFiles;
        this.caller = caller;
        this.language = language;
        this.texts = texts;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTERNAL_WRITE, Roles.ADMINISTRATOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The file is made, and its payments are sent; at most 2000 payments",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = BankFileResponse.class)))
    @Operation(operationId = "makeBankFile", summary = "Make a file of the approved payments for the bank (pain.001)")
    public Response make(@Valid @NotNull BankFileRequest request) {
        var outcome = makeBankFile.make(
                Optional.ofNullable(request.schemeId()),
                Optional.ofNullable(request.year()).map(Year::of),
                caller.get().name());
        return switch (outcome) {
            case MakeBankFile.Outcome.Made(var file, var left) ->
                Response.created(URI.create("/v1/bank-files/" + file.number()))
                        .entity(BankFileResponse.of(file, left, language.get(), texts))
                        .build();
            case MakeBankFile.Outcome.NothingToSend(var left) ->
                problems.rejected(Stream.concat(
                                Stream.of(BrokenRule.of("bankfile.nothing-to-send", "")),
                                left.stream().map(Left::why))
                        .toList());
            case MakeBankFile.Outcome.NoAccount() -> problems.conflict("bankfile.no-account");
        };
    }

    @GET
    @Operation(operationId = "listBankFiles", summary = "List the files of payments to the bank")
    public Page<BankFileResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                        seeBankFiles.list(after, page.limit() + 1),
                        page.limit(),
                        file -> List.of(Long.toString(file.number())))
                .map(BankFileResponse::of);
    }

    @GET
    @Path("/{number}")
    @APIResponse(
            responseCode = "200",
            description = "The file in short",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = BankFileResponse.class)))
    @Operation(operationId = "getBankFile", summary = "Read what stands in a file of payments to the bank")
    public Response get(@PathParam("number") @Min(1) Long number) {
        return seeBankFiles
                .find(number)
                .map(file -> Response.ok(BankFileResponse.of(file)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{number}/content")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed({Roles.INTERNAL_WRITE, Roles.ADMINISTRATOR})
    @APIResponse(
            responseCode = "200",
            description = "The bytes of the file, pain.001.001.09, always the same",
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 10_000_000)))
    @Operation(operationId = "fetchBankFile", summary = "Fetch the bytes of a file of payments, as often as needed")
    public Response fetch(@PathParam("number") @Min(1) Long number) {
        return seeBankFiles
                .fetch(number)
                .map(content -> Response.ok(content, MediaType.APPLICATION_XML)
                        .header("Content-Disposition", "attachment; filename=\"tilskudd-%010d.xml\"".formatted(number))
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(problems::notFound);
    }
}
