package no.opptrapping.reporting.forms.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.reporting.forms.Form;
import no.opptrapping.reporting.forms.Forms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/forms")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Forms")
class FormsResource {
    private final Forms forms;
    private final Problems problems;

    FormsResource(Forms forms, Problems problems) {
        this.forms = forms;
        this.problems = problems;
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getForm",
            summary = "A form: the schema of its answers and its questions in three languages",
            description = "The edition that is asked for the year, or the newest one.")
    @APIResponse(
            responseCode = "200",
            description = "The form",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Form.class)))
    public Response form(
            @PathParam("code") @Size(max = 40) @Pattern(regexp = "^[a-z0-9-]+$") String code,
            @QueryParam("year") @Min(2012) @Max(2100) @Nullable Integer year) {
        return forms.find(code, Optional.ofNullable(year).map(Year::of))
                .map(form -> Response.ok(form).build())
                .orElseGet(problems::notFound);
    }
}
