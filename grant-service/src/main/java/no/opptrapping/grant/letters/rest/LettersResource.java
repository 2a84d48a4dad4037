package no.opptrapping.grant.letters.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.letters.ConfirmLetter;
import no.opptrapping.grant.letters.DeliverAgain;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.Letters;
import no.opptrapping.grant.letters.SeeLetters;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.AskedForm;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Letters of what was decided. */
@Path("/v1/letters")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters")
class LettersResource {
    private final SeeLetters seeLetters;
    private final ConfirmLetter confirmLetter;
    private final DeliverAgain deliverAgain;
    private final Problems problems;

    LettersResource(SeeLetters seeLetters, ConfirmLetter confirmLetter, DeliverAgain deliverAgain, Problems problems) {
        this.deliverAgain = deliverAgain;
        this.seeLetters = seeLetters;
        this.confirmLetter = confirmLetter;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @Operation(operationId = "listLetters", summary = "List the letters that the caller may see, the newest first")
    public Page<LetterResponse> list(@QueryParam("kind") @Nullable LetterKind kind, @Valid @BeanParam PageQuery page) {
        var after = page.cursor(2).map(cursor -> new Letters.Place(cursor.instant(0), cursor.uuid(1)));
        return Page.of(
                        seeLetters.list(Optional.ofNullable(kind), after, page.limit() + 1),
                        page.limit(),
                        letter -> List.of(
                                letter.decidedAt().toString(), letter.id().toString()))
                .map(LetterResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The letter, and how far it has come",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterResponse.class)))
    @Operation(operationId = "getLetter", summary = "Read about a letter, without opening it")
    public Response get(@PathParam("id") LetterId id) {
        return seeLetters
                .find(id)
                .map(letter -> Response.ok(LetterResponse.of(letter)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/text")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "What the letter says, in the language asked for or else the municipality's own",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = LetterText.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING))
            })
    @Operation(operationId = "getLetterText", summary = "Read what a letter says, as JSON or as a page")
    public Response text(@PathParam("id") LetterId id, @Context Request request) {
        return seeLetters.find(id).map(letter -> text(letter, request)).orElseGet(problems::notFound);
    }

    private Response text(Letter letter, Request request) {
        var spoken = seeLetters.spoken(letter);
        var form = AskedForm.of(request);
        var said = form == AskedForm.PAGE ? seeLetters.page(letter, spoken) : seeLetters.text(letter, spoken);
        return Response.ok(said, form.type())
                .header("Content-Language", spoken.tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    @GET
    @Path("/{id}/document")
    @Produces("application/pdf")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The letter as PDF/UA-1, in its own language; the same bytes for ever",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Operation(operationId = "getLetterDocument", summary = "Read a letter as the document that it is")
    public Response document(@PathParam("id") LetterId id, @Context Request request) {
        return seeLetters.find(id).map(letter -> document(letter, request)).orElseGet(problems::notFound);
    }

    private Response document(Letter letter, Request request) {
        var bytes = seeLetters.document(letter, letter.language());
        return CacheableAnswer.of(request, ETags.digest(bytes), MediaType.valueOf("application/pdf"), () -> bytes);
    }

    @POST
    @Path("/{id}/delivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The letter is sent anew",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterResponse.class)))
    @Operation(operationId = "deliverLetterAgain", summary = "Send a letter that could not be delivered anew")
    public Response deliver(@PathParam("id") LetterId id, @Valid @NotNull DeliveryRequest request) {
        return switch (deliverAgain.send(id, request.channel())) {
            case DeliverAgain.Outcome.Sent(var letter) ->
                Response.created(URI.create("/v1/letters/" + id))
                        .entity(LetterResponse.of(letter))
                        .build();
            case DeliverAgain.Outcome.DeliveredBefore() ->
                problems.conflict("letter.delivered-before", "id", id.toString());
            case DeliverAgain.Outcome.ChannelOff(var on) ->
                problems.conflict("letter.channel-off", "channels", String.join(", ", on));
            case DeliverAgain.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.ACCEPT)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The municipality has said that it has the letter; whoever said so first stands",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LetterResponse.class)))
    @Operation(operationId = "confirmLetter", summary = "Say that the municipality has a letter")
    public Response confirm(@PathParam("id") LetterId id, @Valid @NotNull ConfirmationOfLetter request) {
        return confirmLetter
                .confirm(id, request.confirmedBy())
                .map(letter -> Response.created(URI.create("/v1/letters/" + id))
                        .entity(LetterResponse.of(letter))
                        .build())
                .orElseGet(problems::notFound);
    }
}
