package no.opptrapping.grant.announcements.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.announcements.WriteCalendar;
import no.opptrapping.platform.language.CurrentLanguage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendar of calls, which a calendar program subscribes to. */
@Path("/v1/calls/calendar")
@RunOnVirtualThread
@Tag(name = "Calls")
class CalendarResource {
    private static final String CALENDAR = "text/calendar";

    private final WriteCalendar writeCalendar;
    private final CurrentLanguage language;

    CalendarResource(WriteCalendar writeCalendar, CurrentLanguage language) {
        this.writeCalendar = writeCalendar;
        this.language = language;
    }

    @GET
    @Produces(CALENDAR)
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "The first and the last day of each call (iCalendar, RFC 5545); forecasts are tentative",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "getCallCalendar",
            summary = "Subscribe to the first and last days of calls",
            description = "In the language of the parameter, for calendar programs send no Accept-Language.")
    public Response calendar(@QueryParam("language") @Nullable AnnouncementLanguage wanted) {
        return Response.ok(writeCalendar.in(AnnouncementLanguage.of(wanted, language)))
                .type(CALENDAR + ";charset=UTF-8")
                .build();
    }
}
