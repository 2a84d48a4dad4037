package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.ListChanges;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.RegisterChange;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of changes in the municipality structure. */
@Path("/v1/changes")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "Mergers, splits, renumberings and renamings; open to everybody")
class ChangesResource {
    private final CurrentRegister currentRegister;
    private final Problems problems;
    private final Texts texts;
    private final Clock clock;

    ChangesResource(CurrentRegister currentRegister, Problems problems, Texts texts, Clock clock) {
        this.currentRegister = currentRegister;
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "Changes in the municipality structure",
            description = "Oldest first, from the one day up to, not including, the other; all that are known up to and"
                    + " with today unless the days are given.")
    @APIResponse(
            responseCode = "200",
            description = "One page of changes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePage.class),
                            examples =
                                    @ExampleObject(
                                            name = "the merger of Harstad and Bjarkøy",
                                            value = MunicipalityExamples.MERGER)))
    public Response list(
            @Valid @BeanParam PeriodQuery period, @Valid @BeanParam PageQuery page, @Context Request request) {
        var first = period.first();
        var end = period.end(clock);
        if (end.isBefore(first)) {
            return problems.rejected(List.of(BrokenRule.of("municipality.ends-before-it-begins", "query:to")));
        }
        var after = page.cursor(1).map(cursor -> cursor.key().getFirst()).orElse("");
        var revision = currentRegister.get();
        return CacheableAnswer.of(request, CacheableAnswer.tag(revision.number(), end), () -> {
            var rows = ListChanges.of(revision.register(), first, end).stream()
                    .filter(change -> key(change).compareTo(after) > 0)
                    .limit(page.limit() + 1L)
                    .toList();
            return Page.of(rows, page.limit(), row -> List.of(key(row))).map(this::view);
        });
    }

    /** Sorts as the list does. */
    private static String key(RegisterChange change) {
        return change.on() + "/" + change.kind().code() + "/"
                + change.before().getFirst().number();
    }

    private ChangeResponse view(RegisterChange change) {
        return new ChangeResponse(
                change.on(),
                change.kind().code(),
                change.before().stream().map(PartyResponse::of).toList(),
                change.after().stream()
                        .map(party -> PartyResponse.of(party, partOf(party, change)))
                        .toList(),
                change.reason()
                        .map(reason -> texts.text("municipality.duty-bearer." + reason, Map.of()))
                        .orElse(null));
    }

    private static Optional<SplitPart> partOf(Listed party, RegisterChange change) {
        return change.parts().stream()
                .filter(part -> part.successor().id().equals(party.id()))
                .findFirst();
    }

    /** The page as it is described to callers. */
    @Schema(name = "StructureChangePage")
    record ChangePage(
            @Schema(required = true, maxItems = 500) List<ChangeResponse> items,
            @Schema(maxLength = 512) @Nullable String next) {}

    /**
     * A change.
     *
     * @param dutyBearerReason of a split: why that one of the parts bears the duties
     */
    @JsonPropertyOrder({"on", "kind", "before", "after", "dutyBearerReason"})
    @Schema(name = "StructureChange")
    record ChangeResponse(
            LocalDate on,

            @Schema(enumeration = {"merger", "split", "renumbering", "renaming"})
            String kind,

            @Schema(maxItems = 50) List<PartyResponse> before,
            @Schema(maxItems = 50) List<PartyResponse> after,
            @Schema(nullable = true) @Nullable LocalisedText dutyBearerReason) {}

    /** A municipality in a change; share, method and duty-bearer are of the parts of a split. */
    @JsonPropertyOrder({"municipalityId", "number", "name", "share", "method", "dutyBearer"})
    @Schema(name = "StructureChangeParty")
    record PartyResponse(
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name,

            @Schema(nullable = true, maxLength = 12, pattern = "^[01](\\.[0-9]+)?$") @Nullable
            String share,

            @Schema(nullable = true, maxLength = 20) @Nullable
            String method,

            @Schema(nullable = true) @Nullable Boolean dutyBearer) {
        static PartyResponse of(Listed listed) {
            return of(listed, Optional.empty());
        }

        static PartyResponse of(Listed listed, Optional<SplitPart> part) {
            return new PartyResponse(
                    listed.id(),
                    listed.number(),
                    listed.name(),
                    part.map(one -> one.share().toPlainString()).orElse(null),
                    part.map(one -> one.method().code()).orElse(null),
                    part.map(SplitPart::dutyBearer).orElse(null));
        }
    }
}
