package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.allocation.AllocationRun;
import no.opptrapping.grant.allocation.RunId;
import no.opptrapping.grant.allocation.RunInputs;
import no.opptrapping.grant.allocation.RunParameters;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run without its rows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        RunId id,
        @Schema(maxLength = 200) String name,
        SchemeId schemeId,
        int year,

        @Schema(enumeration = {"simulated", "adopted"}) String status,

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
        List<RunInputs.Commitment> commitments) {
    static RunView of(AllocationRun run) {
        return of(run, null, null, null);
    }

    static RunView whole(AllocationRun run) {
        var inputs = run.readInputs();
        return of(run, inputs.parameters(), inputs.indicators(), inputs.promised());
    }

    private static RunView of(
            AllocationRun run,
            @Nullable RunParameters parameters,
            @Nullable List<RunInputs.Indicator> indicators,
            @Nullable List<RunInputs.Commitment> commitments) {
        return new RunView(
                run.id(),
                run.name(),
                run.scheme(),
                run.year().getValue(),
                run.isAdopted() ? "adopted" : "simulated",
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
                commitments);
    }
}
