package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import no.opptrapping.municipality.registry.CodeChange;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.ListCodeChanges;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The feed of changed codes, for readers who know it from Klass. */
@Path("/v1/code-changes")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
class CodeChangesResource {
    private static final String EXAMPLE = """
            {"codeChanges": [{"oldCode": "5030", "oldName": "Klæbu", "oldShortName": "",
              "newCode": "5001", "newName": "Trondheim", "newShortName": "", "changeOccurred": "2020-01-01"}]}
            """;

    /** What the codes are of, as Klass has them. */
    @Schema(name = "CodeClassification")
    enum Classification {
        /** Klass 131. */
        @JsonProperty("municipality")
        MUNICIPALITY,
        /** Klass 104. */
        @JsonProperty("county")
        COUNTY
    }

    private final CurrentRegister currentRegister;
    private final Problems problems;
    private final Clock clock;

    CodeChangesResource(CurrentRegister currentRegister, Problems problems, Clock clock) {
        this.currentRegister = currentRegister;
        this.problems = problems;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listCodeChanges",
            summary = "Changes of municipality or county codes, in the form of Statistics Norway's Klass",
            description =
                    "As classifications 131 and 104 of Klass tell of them: one row for each pair of codes, oldest"
                            + " first, from the one day up to, not including, the other; all that are known up to and with today"
                            + " unless the days are given. Names are without the county that Klass adds to tell namesakes apart.")
    @APIResponse(
            responseCode = "200",
            description = "The changes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CodeChanges.class),
                            examples = @ExampleObject(name = "Klæbu becomes part of Trondheim", value = EXAMPLE)))
    public Response list(
            @Parameter(description = "municipality (Klass 131) or county (Klass 104)", example = "municipality")
                    @QueryParam("classification")
                    @Nullable
                    Classification classification,
            @Valid @BeanParam PeriodQuery period,
            @Context Request request) {
        var first = period.first();
        var end = period.end(clock);
        if (end.isBefore(first)) {
            return problems.rejected(List.of(BrokenRule.of("municipality.ends-before-it-begins", "query:to")));
        }
        var revision = currentRegister.get();
        return CacheableAnswer.of(request, CacheableAnswer.tag(revision.number(), end), () -> {
            var rows = classification == Classification.COUNTY
                    ? ListCodeChanges.ofCounties(revision.register(), first, end)
                    : ListCodeChanges.ofMunicipalities(revision.register(), first, end);
            return new CodeChanges(rows.stream().map(Row::of).toList());
        });
    }

    /** All changes of the days. */
    @Schema(name = "CodeChanges")
    record CodeChanges(
            @Schema(required = true, maxItems = 5000) List<Row> codeChanges) {}

    /** A change of one code into another; the short names are always empty, as in Klass. */
    @JsonPropertyOrder({"oldCode", "oldName", "oldShortName", "newCode", "newName", "newShortName", "changeOccurred"})
    @Schema(name = "CodeChange")
    record Row(
            @Schema(maxLength = 4, pattern = "^[0-9]{2,4}$") String oldCode,
            @Schema(maxLength = 200) String oldName,
            @Schema(maxLength = 0) String oldShortName,

            @Schema(maxLength = 4, pattern = "^[0-9]{2,4}$") String newCode,

            @Schema(maxLength = 200) String newName,
            @Schema(maxLength = 0) String newShortName,
            LocalDate changeOccurred) {
        static Row of(CodeChange change) {
            return new Row(change.oldCode(), change.oldName(), "", change.newCode(), change.newName(), "", change.on());
        }
    }
}
