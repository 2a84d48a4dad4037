package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.ListCodeChanges;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counties on a date. */
@Path("/v1/counties")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counties", description = "Counties over time; open to everybody")
class CountiesResource {
    private final CurrentRegister currentRegister;
    private final Problems problems;
    private final Clock clock;

    CountiesResource(CurrentRegister currentRegister, Problems problems, Clock clock) {
        this.currentRegister = currentRegister;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listCounties", summary = "Counties valid on a date", description = "By number.")
    @APIResponse(
            responseCode = "200",
            description = "All counties of the date",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CountyList.class),
                            examples = @ExampleObject(name = "2026", value = MunicipalityExamples.COUNTIES)))
    public Response list(@Valid @BeanParam DateQuery day, @Context Request request) {
        var on = day.orToday(clock);
        var revision = currentRegister.get();
        return CacheableAnswer.of(
                request,
                CacheableAnswer.tag(revision.number(), on),
                () -> new CountyList(revision.register().countiesOn(on).stream()
                        .map(CountyResponse::of)
                        .toList()));
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "getCounty",
            summary = "A county, whom it came from and what became of it",
            description =
                    "Also a county that has ceased. Each step names the municipalities that moved, also single ones"
                            + " that came or went while the county went on.")
    @APIResponse(
            responseCode = "200",
            description = "The county",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CountyHistory.class),
                            examples = @ExampleObject(name = "Viken", value = MunicipalityExamples.VIKEN)))
    public Response get(@Parameter(example = "30") @PathParam("number") String number, @Context Request request) {
        var revision = currentRegister.get();
        var register = revision.register();
        return register.counties().stream()
                .filter(county -> county.number().equals(number))
                .findFirst()
                .map(county -> CacheableAnswer.of(request, revision.number(), () -> CountyHistory.of(county, register)))
                .orElseGet(problems::notFound);
    }

    /** A county over time. */
    @JsonPropertyOrder({"number", "name", "from", "to", "predecessors", "successors"})
    @Schema(name = "CountyHistory")
    record CountyHistory(
            @Schema(required = true, pattern = "^[0-9]{2}$", maxLength = 2)
            String number,

            @Schema(required = true, maxLength = 200) String name,
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to,
            @Schema(maxItems = 100) List<Step> predecessors,
            @Schema(maxItems = 100) List<Step> successors) {
        static CountyHistory of(County county, Register register) {
            return new CountyHistory(
                    county.number(),
                    county.name(),
                    county.period().from().orElse(null),
                    county.period().to().orElse(null),
                    ListCodeChanges.predecessors(register, county).stream()
                            .map(Step::of)
                            .toList(),
                    ListCodeChanges.successors(register, county).stream()
                            .map(Step::of)
                            .toList());
        }
    }

    /**
     * A county that municipalities came from or went to.
     *
     * @param municipalities how many
     * @param numbers which, by the numbers that they had the day before
     */
    @JsonPropertyOrder({"number", "name", "on", "municipalities", "numbers"})
    @Schema(name = "CountySuccession")
    record Step(
            @Schema(pattern = "^[0-9]{2}$", maxLength = 2) String number,
            @Schema(maxLength = 200) String name,
            LocalDate on,
            @Schema(minimum = "1", maximum = "1000") int municipalities,
            @Schema(maxItems = 1000) List<MunicipalityNumber> numbers) {
        static Step of(ListCodeChanges.CountyStep step) {
            return new Step(
                    step.county().number(),
                    step.county().name(),
                    step.on(),
                    step.municipalities().size(),
                    step.municipalities().stream().map(Listed::number).toList());
        }
    }

    /** All counties of a date. */
    @Schema(name = "CountyList")
    record CountyList(
            @Schema(required = true, maxItems = 100) List<CountyResponse> items) {}

    /** A county. */
    @JsonPropertyOrder({"number", "name", "from", "to"})
    @Schema(name = "County")
    record CountyResponse(
            @Schema(required = true, pattern = "^[0-9]{2}$", maxLength = 2)
            String number,

            @Schema(required = true, maxLength = 200) String name,
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to) {
        static CountyResponse of(County county) {
            return new CountyResponse(
                    county.number(),
                    county.name(),
                    county.period().from().orElse(null),
                    county.period().to().orElse(null));
        }
    }
}
