package no.opptrapping.municipality.representation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.representation.EnterRepresentation;
import no.opptrapping.municipality.representation.EnterRepresentation.Outcome;
import no.opptrapping.municipality.representation.KeptRepresentations;
import no.opptrapping.municipality.representation.KeptRepresentations.Kept;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a municipality is reached and who may act for it. */
@Path("/v1/municipalities/{number}/representation")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Representation", description = "Who may act for a municipality")
class RepresentationResource {
    private static final String EXAMPLE = """
            {"languageForm": "nynorsk", "languageSource": "Vedtak i kommunestyret",
             "representatives": [{"organisationNumber": "942110464", "kind": "host", "tasks": ["apply", "report"],
               "from": "2026-01-01", "to": null}],
             "contactPoints": [{"role": "Ruskoordinator", "email": "post@example.no", "phone": "70000000"}]}
            """;

    private final CurrentRegister register;
    private final KeptRepresentations kept;
    private final EnterRepresentation enterRepresentation;
    private final CallerSight sight;
    private final Problems problems;
    private final Clock clock;

    RepresentationResource(
            CurrentRegister register,
            KeptRepresentations kept,
            EnterRepresentation enterRepresentation,
            CallerSight sight,
            Problems problems,
            Clock clock) {
        this.register = register;
        this.kept = kept;
        this.enterRepresentation = enterRepresentation;
        this.sight = sight;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @Operation(
            operationId = "getRepresentation",
            summary = "Language form for letters, contact points, and who may act for the municipality",
            description =
                    "Neutral and empty while nothing has been entered. A municipality, and who may act for it, sees its"
                            + " own; a county governor those of its counties.")
    @APIResponse(
            responseCode = "200",
            description = "How it is represented; its version is the ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RepresentationForm.class),
                            examples =
                                    @ExampleObject(
                                            name = "of which nothing has been entered",
                                            value = "{\"languageForm\": \"neutral\"}")))
    public Response get(@Parameter(example = "0301") @PathParam("number") MunicipalityNumber number) {
        return register.get().register().find(number, BusinessDates.today(clock))
                                instanceof NumberLookup.Valid(var listed)
                        && sight.reaches(listed.id(), "municipality.representation-reading", number)
                ? answer(kept.find(listed.id()))
                : problems.notFound();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "enterRepresentation",
            summary = "Enter how a municipality is represented, all of it at once",
            description = "Role administrator. Recorded in the audit log and told to the other services.")
    @APIResponse(
            responseCode = "200",
            description = "How it is represented; its version is the ETag",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RepresentationForm.class),
                            examples = @ExampleObject(name = "Volda with a host", value = EXAMPLE)))
    public Response enter(
            @Parameter(example = "1577") @PathParam("number") MunicipalityNumber number,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RepresentationForm.class),
                                            examples = @ExampleObject(name = "Volda with a host", value = EXAMPLE)))
                    @Valid
                    @NotNull
                    RepresentationForm form) {
        var read = ifMatch.required();
        return switch (enterRepresentation.enter(number, form.representation(), read::is)) {
            case Outcome.Entered(var entered) -> answer(entered);
            case Outcome.NoMunicipality() -> problems.notFound("municipality.unknown", "number", number.value());
            case Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case Outcome.Rejected(var broken) -> problems.rejected(broken);
        };
    }

    private static Response answer(Kept kept) {
        return Response.ok(RepresentationForm.of(kept.representation()))
                .header("ETag", ETags.of(kept.version()))
                .build();
    }
}
