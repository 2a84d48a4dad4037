package no.opptrapping.grant.webhooks.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import no.opptrapping.grant.webhooks.RegisterWebhook;
import no.opptrapping.grant.webhooks.WebhookId;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.KnownMunicipality;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Addresses that municipalities want their notices sent to. */
@Path("/v1/webhooks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
class WebhooksResource {
    private final RegisterWebhook registerWebhook;
    private final CallingMunicipality calling;
    private final Problems problems;

    WebhooksResource(RegisterWebhook registerWebhook, CallingMunicipality calling, Problems problems) {
        this.registerWebhook = registerWebhook;
        this.calling = calling;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The address is sent what is told from now on; the answer alone shows the secret",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookResponse.class)))
    @Operation(
            operationId = "registerWebhook",
            summary = "Have notices sent to an address, as CloudEvents signed after Standard Webhooks")
    public Response register(@Valid @NotNull WebhookRequest request) {
        return calling.get().map(by -> register(by, request)).orElseGet(problems::notFound);
    }

    private Response register(KnownMunicipality by, WebhookRequest request) {
        return switch (registerWebhook.register(by, request.url())) {
            case RegisterWebhook.Outcome.Registered(var webhook) ->
                Response.created(URI.create("/v1/webhooks/" + webhook.id()))
                        .entity(WebhookResponse.withSecret(webhook))
                        .build();
            case RegisterWebhook.Outcome.Refused(var broken) -> problems.rejected(broken);
        };
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY_READ)
    @Operation(operationId = "listWebhooks", summary = "List the addresses that the municipality's notices are sent to")
    public Page<WebhookResponse> list() {
        return new Page<>(
                registerWebhook.list().stream().map(WebhookResponse::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.MUNICIPALITY_READ)
    @APIResponse(
            responseCode = "200",
            description = "The address, and whether it takes what it is sent",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookResponse.class)))
    @Operation(operationId = "getWebhook", summary = "Read about an address that notices are sent to")
    public Response get(@PathParam("id") WebhookId id) {
        return registerWebhook
                .find(id)
                .map(webhook -> Response.ok(WebhookResponse.of(webhook)).build())
                .orElseGet(problems::notFound);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @APIResponse(responseCode = "204", description = "Nothing more is sent to the address")
    @Operation(operationId = "removeWebhook", summary = "Send no more notices to an address")
    public Response remove(@PathParam("id") WebhookId id) {
        return registerWebhook.remove(id) ? Response.noContent().build() : problems.notFound();
    }
}
