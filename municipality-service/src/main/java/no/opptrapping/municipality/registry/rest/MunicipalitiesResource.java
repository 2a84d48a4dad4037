package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Municipalities on a date. */
@Path("/v1/municipalities")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Municipalities", description = "Municipalities over time; open to everybody")
class MunicipalitiesResource {
    private static final int MOST_AT_ANOTHER_TIME = 20;

    private final CurrentRegister currentRegister;
    private final MunicipalityFeed feed;
    private final NumberProblems numberProblems;
    private final Problems problems;
    private final Texts texts;
    private final Clock clock;

    MunicipalitiesResource(
            CurrentRegister currentRegister,
            MunicipalityFeed feed,
            NumberProblems numberProblems,
            Problems problems,
            Texts texts,
            Clock clock) {
        this.currentRegister = currentRegister;
        this.feed = feed;
        this.numberProblems = numberProblems;
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listMunicipalities",
            summary = "Municipalities valid on a date",
            description =
                    "By number. The date is today unless it is given. A name is found by its beginning, in any of the"
                            + " municipality's official languages and however its letters are written; who is called so on"
                            + " other dates only is told with who stands there on this one.")
    @APIResponse(
            responseCode = "200",
            description = "One page of municipalities",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityPage.class),
                            examples = @ExampleObject(name = "Trondheim in 2026", value = MunicipalityExamples.PAGE)))
    public Response list(
            @Valid @BeanParam DateQuery day,
            @Parameter(example = "trond") @QueryParam("name") @Size(min = 1, max = 100) @Nullable String name,
            @Parameter(example = "50")
                    @QueryParam("county")
                    @Pattern(regexp = "^[0-9]{2}$", message = "municipality.bad-county")
                    @Nullable
                    String county,
            @Valid @BeanParam PageQuery page,
            @Context Request request) {
        var on = day.orToday(clock);
        var after = page.cursor(1).map(cursor -> cursor.key().getFirst()).orElse("");
        var revision = currentRegister.get();
        Predicate<Listed> wanted = listed -> listed.number().value().compareTo(after) > 0
                && (county == null || listed.number().county().equals(county))
                && (name == null || revision.isCalled(listed, name));
        return CacheableAnswer.of(request, CacheableAnswer.tag(revision.number(), on), () -> {
            var rows = revision.register().validOn(on).stream()
                    .filter(wanted)
                    .limit(page.limit() + 1L)
                    .toList();
            var listed = Page.of(rows, page.limit(), row -> List.of(row.number().value()))
                    .map(row -> MunicipalityResponse.of(row, revision.register(), on));
            return new MunicipalityPage(
                    listed.items(),
                    listed.next(),
                    name == null || !after.isEmpty() ? List.of() : atAnotherTime(wanted, revision.register(), on));
        });
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "getMunicipality",
            summary = "The municipality that a number stands for on a date",
            description =
                    "A number that is not in use on the date is answered with 404 and with who stands there then.")
    @APIResponse(
            responseCode = "200",
            description = "The municipality",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityResponse.class),
                            examples =
                                    @ExampleObject(name = "Trondheim in 2026", value = MunicipalityExamples.TRONDHEIM)))
    public Response get(
            @Parameter(example = "5001") @PathParam("number") MunicipalityNumber number,
            @Valid @BeanParam DateQuery day,
            @Context Request request) {
        var on = day.orToday(clock);
        var register = currentRegister.get().register();
        return numberProblems.answer(
                register.find(number, on),
                listed ->
                        CacheableAnswer.of(request, tag(listed), () -> MunicipalityResponse.of(listed, register, on)));
    }

    @GET
    @Path("/{number}/history")
    @Operation(
            operationId = "getMunicipalityHistory",
            summary = "The history of the municipality that a number stands for on a date, or stood for last",
            description = "All its numbers and names, whom it came from, what became of it.")
    @APIResponse(
            responseCode = "200",
            description = "The history",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityHistoryResponse.class),
                            examples =
                                    @ExampleObject(
                                            name = "Ålesund before the split",
                                            value = MunicipalityExamples.HISTORY)))
    public Response history(
            @Parameter(example = "1507") @PathParam("number") MunicipalityNumber number,
            @Valid @BeanParam DateQuery day,
            @Context Request request) {
        var on = day.orToday(clock);
        var register = currentRegister.get().register();
        return register.holderAt(number, on)
                .map(listed -> CacheableAnswer.of(
                        request, tag(listed), () -> MunicipalityHistoryResponse.of(listed.municipality(), register)))
                .orElseGet(() -> numberProblems.answer(register.find(number, on), listed -> problems.notFound()));
    }

    @GET
    @Path("/by-organisation-number/{organisationNumber}")
    @Operation(
            operationId = "findMunicipalityByOrganisationNumber",
            summary = "The municipality that an organisation number stands for on a date")
    @APIResponse(
            responseCode = "200",
            description = "The municipality",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityResponse.class),
                            examples =
                                    @ExampleObject(name = "Trondheim in 2026", value = MunicipalityExamples.TRONDHEIM)))
    public Response byOrganisationNumber(
            @Parameter(example = "942110464") @PathParam("organisationNumber") OrganisationNumber organisationNumber,
            @Valid @BeanParam DateQuery day,
            @Context Request request) {
        var on = day.orToday(clock);
        var register = currentRegister.get().register();
        return register.find(organisationNumber, on)
                .map(listed ->
                        CacheableAnswer.of(request, tag(listed), () -> MunicipalityResponse.of(listed, register, on)))
                .orElseGet(() -> problems.notFound(
                        "municipality.unknown-organisation-number", "organisationNumber", organisationNumber.value()));
    }

    @GET
    @Path("/by-identity/{municipalityId}")
    @Operation(
            operationId = "getMunicipalityByIdentity",
            summary = "The history of a municipality by its identity, which no renumbering or renaming changes")
    @APIResponse(
            responseCode = "200",
            description = "The history",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MunicipalityHistoryResponse.class),
                            examples =
                                    @ExampleObject(
                                            name = "Ålesund before the split",
                                            value = MunicipalityExamples.HISTORY)))
    public Response byIdentity(
            @Parameter(example = "da506580-088c-50a8-8d34-b5805aca78d9") @PathParam("municipalityId")
                    MunicipalityId municipalityId,
            @Context Request request) {
        var register = currentRegister.get().register();
        return register.find(municipalityId)
                .map(municipality -> CacheableAnswer.of(
                        request,
                        feed.version(municipality.id()),
                        () -> MunicipalityHistoryResponse.of(municipality, register)))
                .orElseGet(problems::notFound);
    }

    private List<NamesakeResponse> atAnotherTime(Predicate<Listed> wanted, Register register, LocalDate on) {
        return register.calledSoAtAnotherTime(wanted, on).stream()
                .flatMap(lookup -> NamesakeResponse.of(lookup, texts))
                .limit(MOST_AT_ANOTHER_TIME)
                .toList();
    }

    private long tag(Listed listed) {
        return MunicipalityTag.of(listed, feed);
    }

    /**
     * A page of municipalities.
     *
     * @param atAnotherTime of a search by name, on its first page: who is called so on other dates, and who stands there
     *     on this one
     */
    @Schema(name = "MunicipalityPage")
    record MunicipalityPage(
            @Schema(required = true, maxItems = 500) List<MunicipalityResponse> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 512) @Nullable
            String next,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(maxItems = MOST_AT_ANOTHER_TIME)
            List<NamesakeResponse> atAnotherTime) {}
}
