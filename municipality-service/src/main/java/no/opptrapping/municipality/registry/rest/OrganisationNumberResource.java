package no.opptrapping.municipality.registry.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.municipality.registry.EnterOrganisationNumber;
import no.opptrapping.municipality.registry.EnterOrganisationNumber.Command;
import no.opptrapping.municipality.registry.EnterOrganisationNumber.Outcome;
import no.opptrapping.municipality.registry.EnterOrganisationNumber.Rule;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The organisation number of a municipality that has none in the reference data. */
@Path("/v1/municipalities/{number}/organisation-number")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Representation", description = "Who may act for a municipality")
class OrganisationNumberResource {
    private final EnterOrganisationNumber enterOrganisationNumber;
    private final MunicipalityFeed feed;
    private final NumberProblems numberProblems;
    private final Problems problems;

    OrganisationNumberResource(
            EnterOrganisationNumber enterOrganisationNumber,
            MunicipalityFeed feed,
            NumberProblems numberProblems,
            Problems problems) {
        this.enterOrganisationNumber = enterOrganisationNumber;
        this.feed = feed;
        this.numberProblems = numberProblems;
        this.problems = problems;
    }

    /**
     * What is entered.
     *
     * @param source where the number was read, for example the register and the day
     */
    @Schema(name = "OrganisationNumberEntry")
    record OrganisationNumberRequest(
            @Schema(required = true) OrganisationNumber organisationNumber,

            @Size(max = 500) @Schema(required = true) String source) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterOrganisationNumber",
            summary = "Enter the organisation number of a municipality that has none in the reference data",
            description = "Role administrator. Recorded in the audit log and told to the other services.")
    @APIResponse(
            responseCode = "200",
            description = "The municipality, which can now sign in and be paid",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityResponse.class),
                            examples = @ExampleObject(name = "Haram", value = MunicipalityExamples.HARAM)))
    public Response enter(
            @Parameter(example = "1580") @PathParam("number") MunicipalityNumber number,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = OrganisationNumberRequest.class),
                                            examples =
                                                    @ExampleObject(name = "Haram", value = MunicipalityExamples.ENTRY)))
                    @Valid
                    @NotNull
                    OrganisationNumberRequest request) {
        var read = ifMatch.required();
        var outcome = enterOrganisationNumber.enter(new Command(
                number,
                request.organisationNumber(),
                request.source(),
                listed -> read.is(MunicipalityTag.of(listed, feed))));
        return switch (outcome) {
            case Outcome.Entered(var listed, var register, var today) ->
                Response.ok(MunicipalityResponse.of(listed, register, today))
                        .header("ETag", ETags.of(MunicipalityTag.of(listed, feed)))
                        .build();
            case Outcome.NoMunicipality(var lookup) -> numberProblems.answer(lookup, listed -> problems.notFound());
            case Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case Outcome.Rejected(var broken) ->
                problems.rejected(broken.stream()
                        .map(rule -> BrokenRule.of(code(rule), "/organisationNumber"))
                        .toList());
        };
    }

    private static String code(Rule rule) {
        return switch (rule) {
            case NOT_KNOWN_FROM_REFERENCE_DATA -> "municipality.organisation-number-known";
            case NOT_ANOTHER_MUNICIPALITYS -> "municipality.organisation-number-of-another";
        };
    }
}
