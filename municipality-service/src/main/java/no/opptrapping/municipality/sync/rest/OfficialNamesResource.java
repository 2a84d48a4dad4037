package no.opptrapping.municipality.sync.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.KeptNames;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a municipality of today is called in each of its official languages. */
@Path("/v1/municipalities/{number}/official-names")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Municipalities", description = "Municipalities over time; open to everybody")
class OfficialNamesResource {
    private final KeptNames keptNames;
    private final CurrentRegister currentRegister;
    private final Problems problems;
    private final Clock clock;

    OfficialNamesResource(KeptNames keptNames, CurrentRegister currentRegister, Problems problems, Clock clock) {
        this.keptNames = keptNames;
        this.currentRegister = currentRegister;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getOfficialNames",
            summary = "A municipality's names in each of its official languages",
            description = "As adopted from the Mapping Authority, in the municipality's own order; open to everybody."
                    + " 404 for a number that is not in use today, and until names have been adopted.")
    @APIResponse(
            responseCode = "200",
            description = "The names",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NamesResponse.class),
                            examples = @ExampleObject(name = "Karasjok", value = SyncExamples.NAMES)))
    public Response find(@Parameter(example = "5610") @PathParam("number") MunicipalityNumber number) {
        var today = BusinessDates.today(clock);
        if (!(currentRegister.get().register().find(number, today) instanceof NumberLookup.Valid(var listed))) {
            return problems.notFound("sync.number-not-of-today", "number", number.value());
        }
        return keptNames
                .find(listed.id())
                .map(names -> Response.ok(NamesResponse.of(listed.id(), number, names))
                        .build())
                .orElseGet(() -> problems.notFound("sync.no-names", "number", number.value()));
    }

    /** The names of a municipality; {@code samiArea}: in the administrative area of the Sami languages. */
    @JsonPropertyOrder({"municipalityId", "number", "names", "samiArea"})
    @Schema(name = "OfficialNames")
    record NamesResponse(
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            @Schema(maxItems = 10) List<NameResponse> names,
            boolean samiArea) {
        static NamesResponse of(MunicipalityId id, MunicipalityNumber number, OfficialNames names) {
            return new NamesResponse(
                    id,
                    number,
                    names.names().stream()
                            .map(name -> new NameResponse(name.name(), name.language()))
                            .toList(),
                    names.samiArea());
        }
    }

    /** One name. */
    @JsonPropertyOrder({"name", "language"})
    @Schema(name = "OfficialName")
    record NameResponse(
            @Schema(maxLength = 120) String name,

            @Schema(maxLength = 40, examples = "Northern Sami")
            String language) {}
}
