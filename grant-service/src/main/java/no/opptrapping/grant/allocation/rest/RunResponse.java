package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.OtherRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.runs.RunStatus;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run without its rows. */
@Schema(name = "AllocationRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunResponse(
        RunId id,
        @Schema(maxLength = 200) String name,
        SchemeId schemeId,

        @Schema(description = "The version of the scheme's rules that the run was made under; null: none was in force")
        @Nullable
        Integer schemeVersion,

        int year,

        RunStatus status,

        @Schema(maxLength = 200) String madeBy,
        Instant madeAt,

        @Schema(maxLength = 200) @Nullable String adoptedBy,

        @Nullable Instant adoptedAt,

        @Schema(description = "SHA-256 over the canonical JSON (RFC 8785) of the inputs", maxLength = 64)
        String inputHash,

        @Schema(description = "SHA-256 over recipients and whole kroner", maxLength = 64)
        String resultHash,

        @Schema(description = "What the pots divide, commitments of earlier years taken off")
        Kroner budget,

        Kroner sum,
        Kroner undistributed,
        int recipients,

        @Schema(description = "What was asked for; only when one run is read") @Nullable
        RunParameters parameters,

        @Schema(description = "The figures that were used; only when one run is read", maxItems = 100) @Nullable
        List<RunInputs.Indicator> indicators,

        @Schema(
                description =
                        "What earlier awards promised of the year, subject to the Storting's budget decision, which"
                                + " came off the appropriation first; only when one run is read",
                maxItems = 1000)
        @Nullable
        List<RunInputs.Commitment> commitments,

        @Schema(description = "The groupings whose classes pots are for; only when one run is read", maxItems = 20)
        @Nullable
        List<RunInputs.Grouping> groupings,

        @Schema(description = "What else has been adopted of the scheme's year; not in lists", maxItems = 500) @Nullable
        List<OtherRuns.OtherRun> otherRuns,

        @Schema(description = "What would stand in the way of adopting the run now; not in lists", maxItems = 20)
        @Nullable
        List<Warning> warnings,

        @Schema(description = "The adopted run that it corrects, and why; absent when none, and in lists")
        RunEditions.@Nullable Corrects corrects,

        @Schema(description = "The adopted run that took its place; absent while none has, and in lists") @Nullable
        RunId correctedBy,

        @Schema(description = "Of a run that is published before there is money; absent otherwise, and in lists")
        RunEditions.@Nullable Indicative preliminary) {
    /** Something to know before the run is adopted. */
    @Schema(name = "RunWarning")
    record Warning(
            @Schema(maxLength = 100) String code,
            @Schema(maxLength = 2000) String detail) {}

    static RunResponse of(AllocationRun run) {
        return of(run.heading());
    }

    static RunResponse of(AllocationRun.Heading run) {
        return of(run, null, null, null, null);
    }

    static RunResponse whole(AllocationRun run) {
        var inputs = run.readInputs();
        return of(run.heading(), inputs.parameters(), inputs.indicators(), inputs.promised(), inputs.groupings());
    }

    RunResponse beside(List<OtherRuns.OtherRun> others, List<Warning> warned, RunEditions editions) {
        return new RunResponse(
                id,
                name,
                schemeId,
                schemeVersion,
                year,
                status,
                madeBy,
                madeAt,
                adoptedBy,
                adoptedAt,
                inputHash,
                resultHash,
                budget,
                sum,
                undistributed,
                recipients,
                parameters,
                indicators,
                commitments,
                groupings,
                others,
                warned,
                editions.corrects(),
                editions.correctedBy(),
                editions.preliminary());
    }

    private static RunResponse of(
            AllocationRun.Heading run,
            @Nullable RunParameters parameters,
            @Nullable List<RunInputs.Indicator> indicators,
            @Nullable List<RunInputs.Commitment> commitments,
            @Nullable List<RunInputs.Grouping> groupings) {
        return new RunResponse(
                run.id(),
                run.name(),
                run.scheme(),
                run.schemeVersion().orElse(null),
                run.year().getValue(),
                run.isAdopted() ? RunStatus.ADOPTED : RunStatus.SIMULATED,
                run.madeBy(),
                run.madeAt(),
                run.adoption().map(AllocationRun.Adoption::by).orElse(null),
                run.adoption().map(AllocationRun.Adoption::at).orElse(null),
                run.inputHash(),
                run.resultHash(),
                run.budget(),
                run.sum(),
                run.undistributed(),
                run.recipients(),
                parameters,
                indicators,
                commitments,
                groupings,
                null,
                null,
                null,
                null,
                null);
    }
}
