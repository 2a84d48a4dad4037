package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.opptrapping.municipality.indicators.DefineIndicator;
import no.opptrapping.municipality.indicators.Doubt;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.indicators.ReadCsvUpload;
import no.opptrapping.municipality.indicators.ReadCsvUpload.Read;
import no.opptrapping.municipality.indicators.UploadObservations;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.body.ReadForm;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Defining indicators and uploading their values. */
@Path("/v1/indicators")
@RolesAllowed(Roles.KEEPER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "Population, indices and groupings of municipalities")
class PublishingResource {
    private final DefineIndicator defineIndicator;
    private final UploadObservations uploadObservations;
    private final CurrentCaller caller;
    private final Problems problems;
    private final ReadForm readForm;

    PublishingResource(
            DefineIndicator defineIndicator,
            UploadObservations uploadObservations,
            CurrentCaller caller,
            Problems problems,
            ReadForm readForm) {
        this.defineIndicator = defineIndicator;
        this.uploadObservations = uploadObservations;
        this.caller = caller;
        this.problems = problems;
        this.readForm = readForm;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "defineIndicator",
            summary = "Define an indicator",
            description =
                    "Roles adviser and administrator. A quantity is added up over municipalities, a ratio averaged by"
                            + " population; a grouping's category is inherited one to one, a region's by all who lie in it.")
    @APIResponse(
            responseCode = "201",
            description = "The indicator, as yet without values",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IndicatorDefinition.class),
                            examples = @ExampleObject(name = "places", value = IndicatorExamples.DEFINITION)))
    public Response define(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = IndicatorDefinition.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "places",
                                                            value = IndicatorExamples.DEFINITION)))
                    @Valid
                    @NotNull
                    IndicatorDefinition wanted) {
        return switch (defineIndicator.define(wanted)) {
            case DefineIndicator.Outcome.Defined(var definition) ->
                Response.created(URI.create("/v1/indicators/" + definition.code() + "/values"))
                        .header("ETag", ETags.of(CacheableAnswer.tag(definition)))
                        .entity(definition)
                        .build();
            case DefineIndicator.Outcome.Taken(var code) -> problems.conflict("indicator.taken", "code", code);
        };
    }

    @POST
    @Path("/{code}/values")
    @Consumes({Csv.TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "uploadIndicatorValues",
            summary = "Upload an indicator's values for a year, as a new version",
            description = "Roles adviser and administrator. JSON, or CSV with the columns number, value and status (the"
                    + " last one may be left out) in the first line: separated by commas with a decimal point, or by"
                    + " semicolons or tabs with a decimal comma, in UTF-8, UTF-16 or Windows-1252, with or without spaces"
                    + " between thousands. A municipality without a value has the status missing, or .. for its value."
                    + " Every fault is listed with its line or JSON pointer, and nothing is taken in unless"
                    + " all is well. Earlier versions stay as they are. Municipalities that are not named have no value;"
                    + " one value of several stands at their numbers joined by +. What"
                    + " looks like a mistake (fewer than half of the values that there were, the very values of the year"
                    + " before, a municipality number without its zero) is answered with 422 and the type"
                    + " indicator.to-be-confirmed, and taken in when confirm names it.")
    @APIResponse(
            responseCode = "201",
            description = "What was published",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadResponse.class),
                            examples = @ExampleObject(name = "two values", value = IndicatorExamples.UPLOADED)))
    @APIResponse(
            responseCode = "200",
            description = "The values are those of the newest version already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadResponse.class),
                            examples = @ExampleObject(name = "the same values", value = IndicatorExamples.UPLOADED)))
    public Response upload(
            @PathParam("code") @Parameter(example = "staffed-housing-places") String code,
            @Valid @BeanParam YearQuery of,
            @QueryParam("confirm")
                    @Parameter(
                            description = "What an earlier answer asked to be confirmed, by its code; several times for"
                                    + " several",
                            example = "[\"far-fewer-values\"]")
                    @Size(max = 10)
                    List<Doubt> confirm,
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String contentType,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = UploadRequest.class),
                                        examples =
                                                @ExampleObject(name = "two values", value = IndicatorExamples.UPLOAD)),
                                @Content(
                                        mediaType = Csv.TYPE,
                                        schema = @Schema(implementation = String.class, maxLength = 1_048_576),
                                        examples =
                                                @ExampleObject(
                                                        name = "the same values",
                                                        value = IndicatorExamples.UPLOAD_AS_CSV))
                            })
                    byte[] body)
            throws IOException {
        var read = contentType != null && contentType.startsWith(Csv.TYPE) ? ReadCsvUpload.of(body) : readJson(body);
        var outcome = uploadObservations.upload(new UploadObservations.Command(
                of.of(code),
                read.rows(),
                read.faults(),
                Set.copyOf(confirm),
                caller.staff().subject()));
        return switch (outcome) {
            case UploadObservations.Outcome.Published(var set, var version) ->
                Response.created(URI.create("/v1/indicators/" + code + "/values?year="
                                + set.key().year() + "&structureDate="
                                + set.key().structureDate() + "&version=" + version))
                        .entity(UploadResponse.of(set, version))
                        .build();
            case UploadObservations.Outcome.Unchanged(var set, var version) ->
                Response.ok(UploadResponse.of(set, version)).build();
            case UploadObservations.Outcome.UnknownIndicator(var unknown) ->
                problems.notFound("indicator.unknown", "code", unknown);
            case UploadObservations.Outcome.Rejected(var broken) -> problems.rejected(broken);
            case UploadObservations.Outcome.ToBeConfirmed(var doubts) ->
                problems.rejected("indicator.to-be-confirmed", doubts);
        };
    }

    private Read readJson(byte[] body) throws IOException {
        var read = readForm.of(UploadRequest.class, new ByteArrayInputStream(body));
        return new Read(read.form().rows(), read.faults());
    }

    /**
     * What was uploaded.
     *
     * @param values how many municipalities have a value of their own
     * @param missing those that have none
     */
    @JsonPropertyOrder({"code", "year", "structureDate", "version", "values", "missing"})
    @Schema(name = "IndicatorPublication")
    record UploadResponse(
            @Schema(required = true, maxLength = 100) String code,

            @Schema(required = true, minimum = "1900", maximum = "2199")
            int year,

            @Schema(required = true) LocalDate structureDate,

            @Schema(required = true, minimum = "1", maximum = "1000000")
            int version,

            @Schema(required = true, minimum = "0", maximum = "1000")
            int values,

            @Schema(required = true, maxItems = 1000) List<MunicipalityNumber> missing) {
        static UploadResponse of(ObservationSet set, int version) {
            var missing = set.observations().stream()
                    .filter(observation -> observation.status() == ObservationStatus.MISSING)
                    .map(Observation::number)
                    .toList();
            return new UploadResponse(
                    set.key().indicator(),
                    set.key().year().getValue(),
                    set.key().structureDate(),
                    version,
                    set.observations().size() - missing.size(),
                    missing);
        }
    }
}
