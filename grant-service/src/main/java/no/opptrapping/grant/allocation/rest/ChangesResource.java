package no.opptrapping.grant.allocation.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import no.opptrapping.grant.allocation.changes.ChangeSentences;
import no.opptrapping.grant.allocation.changes.ExplainChange.Outcome;
import no.opptrapping.grant.allocation.changes.SeeChange;
import no.opptrapping.grant.allocation.runs.NewestEditions;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.pages.CurrentPageText;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvQuery;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why amounts are not what they were: the change between two runs by cause. */
@Path("/v1/allocation-runs/{id}/change")
@RunOnVirtualThread
@Tag(name = "Allocation")
class ChangesResource {
    private static final int SECONDS_TO_WAIT = 10;

    private final SeeChange seeChange;
    private final NewestEditions editions;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;
    private final CurrentPageText text;
    private final ChangeSentences sentences;
    private final Problems problems;

    ChangesResource(
            SeeChange seeChange,
            NewestEditions editions,
            CurrentCaller caller,
            SecurityIdentity identity,
            CurrentPageText text,
            Texts texts,
            Problems problems) {
        this.identity = identity;
        this.seeChange = seeChange;
        this.editions = editions;
        this.caller = caller;
        this.text = text;
        this.sentences = new ChangeSentences(texts);
        this.problems = problems;
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @APIResponse(
            responseCode = "200",
            description = "The change of each municipality and of the country; JSON a page at a time, CSV all at once",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChangeResponse.All.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 10_000_000))
            })
    @Operation(
            operationId = "explainChanges",
            summary = "Explain why amounts changed since another run, to the krone for each municipality",
            description = "To anybody where both runs are adopted, or published as preliminary, and divide by public"
                    + " figures alone, and the other is of an earlier year or what this one corrected or confirmed;"
                    + " else to the administration, and to a municipality its own")
    public Response all(
            @PathParam("id") RunId id,
            @BeanParam ChangesQuery query,
            @Valid @BeanParam PageQuery page,
            @BeanParam CsvQuery csv,
            @Context HttpHeaders headers) {
        var isCsv = Wanted.of(headers, List.of(MediaType.APPLICATION_JSON, Csv.TYPE))
                .equals(Csv.TYPE);
        return answer(
                seeChange.all(id, query.from(), caller()),
                explained -> isCsv
                        ? csv(explained, csv)
                        : Response.ok(ChangeResponse.all(explained, page), MediaType.APPLICATION_JSON_TYPE)
                                .header("Vary", "Accept")
                                .build());
    }

    /** Who may read nothing of its own here is told what anybody is. */
    private Caller caller() {
        return identity.hasRole(Roles.STAFF) || identity.hasRole(Roles.MUNICIPALITY_READ)
                ? caller.get()
                : new Caller.Anonymous();
    }

    private Response csv(Outcome.Explained explained, CsvQuery csv) {
        var said = text.get();
        return Response.ok(
                        ChangesCsv.of(explained.table(), csv.dialect(), said.notice())
                                .bytes(),
                        Csv.CONTENT_TYPE)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"change-" + explained.to().run().id() + ".csv\"")
                .header("Content-Language", said.language().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    @GET
    @Path("/{number}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @APIResponse(
            responseCode = "200",
            description =
                    "The change with sentences in three languages; as HTML a page with a picture and its table, in the"
                            + " language of Accept-Language",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChangeResponse.One.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    @Operation(
            operationId = "explainChange",
            summary = "Explain why a municipality's amount changed since another run, as JSON or a page",
            description = "By its number in the newer run. To anybody where both runs are adopted, or published as"
                    + " preliminary, and divide by public figures alone, and the other is of an earlier year or what"
                    + " this one corrected or confirmed; else to the administration, and to a municipality its own")
    public Response one(
            @PathParam("id") RunId id,
            @PathParam("number") MunicipalityNumber number,
            @BeanParam ChangesQuery query,
            @Context HttpHeaders headers) {
        var isPage = Wanted.of(headers, List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML))
                .equals(MediaType.TEXT_HTML);
        return answer(
                seeChange.one(id, number, query.from(), caller()),
                explained -> explained
                        .table()
                        .of(number)
                        .map(change -> isPage
                                ? page(ChangePage.of(
                                        explained,
                                        PageEdition.of(
                                                editions, explained.to().run().id()),
                                        change,
                                        sentences,
                                        text.get()))
                                : Response.ok(
                                                ChangeResponse.one(explained, change, sentences),
                                                MediaType.APPLICATION_JSON_TYPE)
                                        .header("Vary", "Accept")
                                        .build())
                        .orElseGet(() -> missing(number, explained)));
    }

    private static Response page(ChangePage page) {
        return Response.ok(page.render(), MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Language", page.text().language().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private Response missing(MunicipalityNumber number, Outcome.Explained explained) {
        var heirs = seeChange.heirs(number, explained.from(), explained.to());
        return heirs.isEmpty()
                ? problems.notFound("allocation.change-of-no-municipality", "number", number)
                : problems.conflict(
                        "allocation.change-of-ceased-municipality", "number", number, "heirs", List.copyOf(heirs));
    }

    private Response answer(Outcome outcome, Function<Outcome.Explained, Response> answer) {
        return switch (outcome) {
            case Outcome.Explained explained -> answer.apply(explained);
            case Outcome.Unknown() -> problems.notFound();
            case Outcome.UnknownFormer(var run) -> refused("allocation.change-from-known-run", "run", run);
            case Outcome.SameRun() -> refused("allocation.change-from-another-run");
            case Outcome.OtherScheme() -> refused("allocation.change-within-a-scheme");
            case Outcome.NewerStructure(var from, var to) ->
                refused("allocation.change-from-older-structure", "from", from, "to", to);
            case Outcome.NotEarlier(var from, var to) ->
                refused(
                        "allocation.change-from-earlier-year",
                        "from",
                        Integer.toString(from),
                        "to",
                        Integer.toString(to));
            case Outcome.Busy() -> problems.unavailable(SECONDS_TO_WAIT);
            case Outcome.NoFormer(var year) ->
                problems.conflict("allocation.change-has-former-run", "year", Integer.toString(year));
            case Outcome.NotReproducible(var run) -> problems.conflict("allocation.engine-changed", "runId", run);
            case Outcome.NotMovable(var lost) -> problems.conflict("allocation.not-comparable", "municipalities", lost);
        };
    }

    private Response refused(String code, Object... arguments) {
        return problems.rejected(List.of(BrokenRule.of(code, "query:from", arguments)));
    }
}
