package no.opptrapping.grant.announcements.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.announcements.WriteFeed;
import no.opptrapping.platform.language.CurrentLanguage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of calls, which a feed reader follows. */
@Path("/v1/calls/feed")
@RunOnVirtualThread
@Tag(name = "Calls")
class FeedResource {
    private static final String ATOM = "application/atom+xml";

    private final WriteFeed writeFeed;
    private final CurrentLanguage language;

    FeedResource(WriteFeed writeFeed, CurrentLanguage language) {
        this.writeFeed = writeFeed;
        this.language = language;
    }

    @GET
    @Produces(ATOM)
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "The hundred calls that changed last, the newest first (Atom, RFC 4287)",
            content = @Content(mediaType = ATOM, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "getCallFeed",
            summary = "Follow what is forecast, announced, changed, decided and called off")
    public Response feed(@QueryParam("language") @Nullable AnnouncementLanguage wanted) {
        return Response.ok(writeFeed.in(AnnouncementLanguage.of(wanted, language)))
                .type(ATOM + ";charset=UTF-8")
                .build();
    }
}
