package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.whatif.WhatIf;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a municipality gets of an adopted run, and what it would get with its assumptions, both explained. */
@Schema(name = "WhatIf")
record WhatIfResponse(
        RunId runId,
        MunicipalityNumber number,
        @Schema(maxLength = 200) String name,

        @Schema(description = "What the municipality gets of the run, in whole kroner")
        Kroner amount,

        @Schema(description = "What it would get with the assumptions, in whole kroner")
        Kroner assumedAmount,

        @Schema(description = "What the assumptions give, or take, in whole kroner")
        Kroner difference,

        @Schema(maxItems = 100) List<Assumption> assumptions,
        Explanation explanation,
        Explanation assumedExplanation,

        @Schema(description = "The newest edition that took the place of the run; absent while the run stands")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        RunId correctedBy) {
    /** An assumption beside what the run has. */
    @Schema(name = "WhatIfAssumption")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assumption(
            @Schema(description = "population, appropriation or the code of an indicator", maxLength = 100)
            String what,

            @Schema(description = "The year of the figures; absent for the appropriation") @Nullable
            Integer year,

            @Schema(maxLength = 40) String inRun,
            @Schema(maxLength = 40) String assumed) {}

    static WhatIfResponse of(WhatIf answer, PageEdition edition) {
        return new WhatIfResponse(
                answer.run().run().id(),
                answer.now().number(),
                answer.now().name(),
                answer.now().amount(),
                answer.then().amount(),
                answer.difference(),
                answer.changed().stream()
                        .map(one -> new Assumption(
                                one.what(), one.year() == 0 ? null : one.year(), one.inRun(), one.assumed()))
                        .toList(),
                answer.now(),
                answer.then(),
                edition.newest());
    }
}
