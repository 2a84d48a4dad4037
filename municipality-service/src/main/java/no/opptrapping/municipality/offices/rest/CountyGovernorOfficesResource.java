package no.opptrapping.municipality.offices.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import no.opptrapping.municipality.offices.CountyGovernorOffice;
import no.opptrapping.municipality.offices.CountyGovernorOffices;
import no.opptrapping.municipality.registry.InTheRegister;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The county governors' offices on a date. */
@Path("/v1/county-governor-offices")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counties")
class CountyGovernorOfficesResource {
    private static final String EXAMPLE = """
            {"items": [{"officeId": "4f79305f-e917-3888-aaaf-28df9c3fd1f8", "name": "Statsforvaltaren i Møre og Romsdal",
             "organisationNumber": "974764067", "counties": ["15"], "from": "2021-01-01", "to": null,
             "successorId": null}]}
            """;

    private final CountyGovernorOffices offices;
    private final Clock clock;

    CountyGovernorOfficesResource(CountyGovernorOffices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listCountyGovernorOffices",
            summary = "County governors' offices on a date",
            description = "By name. An office covers one or more counties, and which ones changes with dates.")
    @APIResponse(
            responseCode = "200",
            description = "All offices of the date",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfficeList.class),
                            examples = @ExampleObject(name = "2026", value = EXAMPLE)))
    public Response list(
            @QueryParam("date") @InTheRegister @Parameter(example = "2026-01-01") @Nullable LocalDate date,
            @Context Request request) {
        var on = Objects.requireNonNullElseGet(date, () -> BusinessDates.today(clock));
        var list = new OfficeList(offices.all().stream()
                .flatMap(office -> office.on(on).map(version -> OfficeResponse.of(office, version)).stream())
                .sorted(Comparator.comparing(OfficeResponse::name))
                .toList());
        return CacheableAnswer.of(request, CacheableAnswer.tag(list), () -> list);
    }

    /** All offices of a date. */
    @Schema(name = "CountyGovernorOfficeList")
    record OfficeList(
            @Schema(required = true, maxItems = 100) List<OfficeResponse> items) {}

    /** An office as it is on the date. */
    @Schema(name = "CountyGovernorOffice")
    record OfficeResponse(
            @Schema(required = true, description = "The same through new names and counties")
            CountyGovernorOfficeId officeId,

            @Schema(required = true, maxLength = 200) String name,

            @Schema(nullable = true, description = "Null when it is not known") @Nullable
            OrganisationNumber organisationNumber,

            @Schema(required = true, maxItems = 100, description = "The numbers of its counties")
            List<@Pattern(regexp = "^[0-9]{2}$") String> counties,

            @Schema(nullable = true, description = "The first day of this name and these counties; null: before 2012")
            @Nullable
            LocalDate from,

            @Schema(nullable = true, description = "The first day that it was no longer so; null while it is") @Nullable
            LocalDate to,

            @Schema(nullable = true, description = "Who takes over from it at last; null while it goes on") @Nullable
            CountyGovernorOfficeId successorId) {
        static OfficeResponse of(CountyGovernorOffice office, CountyGovernorOffice.Version version) {
            return new OfficeResponse(
                    office.officeId(),
                    version.name(),
                    office.organisationNumber(),
                    version.counties(),
                    version.from(),
                    version.to(),
                    office.successorId());
        }
    }
}
