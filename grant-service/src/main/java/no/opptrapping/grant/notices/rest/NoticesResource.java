package no.opptrapping.grant.notices.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.notices.SeeNotices;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.paging.Cursor;
import no.opptrapping.platform.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a municipality is told. */
@Path("/v1/notices")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
class NoticesResource {
    private final SeeNotices seeNotices;
    private final KnownMunicipalities municipalities;
    private final CallingMunicipality calling;
    private final CurrentLanguage language;

    NoticesResource(
            SeeNotices seeNotices,
            KnownMunicipalities municipalities,
            CallingMunicipality calling,
            CurrentLanguage language) {
        this.seeNotices = seeNotices;
        this.municipalities = municipalities;
        this.calling = calling;
        this.language = language;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY_READ)
    @APIResponse(
            responseCode = "200",
            description = "The notices, the oldest first, in the language asked for or else the municipality's own",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeFeed.class)))
    @Operation(operationId = "listNotices", summary = "Read what the municipality has been told, the oldest first")
    public Response list(
            @Parameter(description = "What the last answer said was next; without it the feed begins at its beginning")
                    @QueryParam("after")
                    @Size(max = Cursor.MAX_LENGTH)
                    @Pattern(regexp = "^[A-Za-z0-9_-]+$")
                    @Nullable
                    String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var from = after == null ? 0L : Cursor.parse(after, 1).number(0);
        var found = seeNotices.after(from, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var spoken = language.asked().orElseGet(this::own);
        var next = shown.isEmpty()
                ? after
                : Cursor.of(Long.toString(shown.getLast().number())).text();
        return Response.ok(new NoticeFeed(
                        shown.stream()
                                .map(one -> NoticeResponse.of(one, spoken))
                                .toList(),
                        next,
                        found.size() > shown.size()))
                .header("Content-Language", spoken.tag())
                .header("Vary", "Accept-Language")
                .build();
    }

    private Language own() {
        return calling.get().map(self -> municipalities.languageOf(self.id())).orElse(Language.NB);
    }
}
