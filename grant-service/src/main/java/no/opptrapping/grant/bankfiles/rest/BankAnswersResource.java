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
import java.util.List;
import no.opptrapping.grant.bankfiles.BankAnswer;
import no.opptrapping.grant.bankfiles.ReadBankAnswer;
import no.opptrapping.grant.bankfiles.SeeBankFiles;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files from the bank: pain.002 and camt.054. */
@Path("/v1/bank-answers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
@Tag(name = "Bank")
class BankAnswersResource {
    private final ReadBankAnswer readBankAnswer;
    private final SeeBankFiles seeBankFiles;
    private final CurrentCaller caller;
    private final Problems problems;

    BankAnswersResource(
            ReadBankAnswer readBankAnswer, SeeBankFiles seeBankFiles, CurrentCaller caller, Problems problems) {
        this.readBankAnswer = readBankAnswer;
        this.seeBankFiles = seeBankFiles;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_XML)
    @RolesAllowed({Roles.INTERNAL_WRITE, Roles.ADMINISTRATOR})
    @Idempotent
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 1_048_576)))
    @APIResponse(
            responseCode = "201",
            description = "Each payment in the file is as the bank says",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BankAnswerResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same file was taken in before; nothing is done",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BankAnswerResponse.class)))
    @Operation(
            operationId = "readBankAnswer",
            summary = "Take in a file from the bank (pain.002.001.10 or camt.054.001.08)")
    public Response read(@NotNull byte[] file) {
        return switch (readBankAnswer.read(file, caller.get().name())) {
            case ReadBankAnswer.Outcome.Read(var answer) ->
                Response.created(URI.create("/v1/bank-answers/" + answer.number()))
                        .entity(BankAnswerResponse.of(answer))
                        .build();
            case ReadBankAnswer.Outcome.ReadBefore(var answer) ->
                Response.ok(BankAnswerResponse.of(answer)).build();
            case ReadBankAnswer.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ReadBankAnswer.Outcome.NoAccount() -> problems.conflict("bankfile.no-account");
        };
    }

    @GET
    @Operation(operationId = "listBankAnswers", summary = "List the files from the bank that have been taken in")
    public Page<BankAnswerResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                        seeBankFiles.answers(after, page.limit() + 1),
                        page.limit(),
                        (BankAnswer answer) -> List.of(Long.toString(answer.number())))
                .map(BankAnswerResponse::of);
    }

    @GET
    @Path("/{number}")
    @APIResponse(
            responseCode = "200",
            description = "What each payment in the file became",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BankAnswerResponse.class)))
    @Operation(operationId = "getBankAnswer", summary = "Read what a file from the bank did")
    public Response get(@PathParam("number") @Min(1) Long number) {
        return seeBankFiles
                .findAnswer(number)
                .map(answer -> Response.ok(BankAnswerResponse.of(answer)).build())
                .orElseGet(problems::notFound);
    }
}
