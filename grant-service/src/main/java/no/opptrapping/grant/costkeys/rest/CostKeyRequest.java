package no.opptrapping.grant.costkeys.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.grant.costkeys.CostKeyCriterion;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cost key to register; its weights need not sum to one, but then whoever divides by it must normalise. */
record CostKeyRequest(
        @NotNull @Size(max = 60) @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$")
        String code,

        @NotNull @Min(2012) @Max(2100) Integer year,
        @Schema(required = true) @EachAtMost(longest = 200) LocalisedText name,
        @NotBlank @Size(max = 500) String source,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid CostKeyCriterion> criteria)
        implements OwnRules {
    @Override
    public List<BrokenRule> broken() {
        var seen = new HashSet<String>();
        return IntStream.range(0, criteria.size())
                .filter(k -> !seen.add(criteria.get(k).indicator()))
                .mapToObj(k -> BrokenRule.of(
                        "allocation.criterion-only-once",
                        "/criteria/" + k + "/indicator",
                        "indicator",
                        criteria.get(k).indicator()))
                .toList();
    }
}
