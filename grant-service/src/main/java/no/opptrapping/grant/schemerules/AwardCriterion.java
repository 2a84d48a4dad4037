package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What applications are weighed by (<i>tildelingskriterium</i>).
 *
 * @param code its short name, for example {@code need}
 * @param highest the highest number of points it is scored with; the lowest is zero
 * @param weight its share of the whole in percent; those of a scheme sum to 100
 * @param reasonsDemanded whether points are given with a reason; missing: no
 */
public record AwardCriterion(
        @Schema(required = true, maxLength = 40, pattern = SchemeRules.CODE, examples = "need")
        @Size(max = 40)
        @Pattern(regexp = SchemeRules.CODE, message = "scheme.code-malformed")
        String code,

        @Schema(required = true) @EachAtMost(longest = 500) LocalisedText name,

        @Schema(
                required = true,
                minimum = "1",
                maximum = "100",
                description = "The highest number of points; the lowest is zero")
        @Min(1)
        @Max(100)
        Integer highest,

        @Schema(required = true, minimum = "1", maximum = "100", description = "Percent; all weights sum to 100")
        @Min(1)
        @Max(100)
        Integer weight,

        @Schema(description = "Whether points are given with a reason; missing: no")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean reasonsDemanded) {
    /** Whether points are given with a reason. */
    public boolean asksReason() {
        return Boolean.TRUE.equals(reasonsDemanded);
    }
}
