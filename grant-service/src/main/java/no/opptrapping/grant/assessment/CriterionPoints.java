package no.opptrapping.grant.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import no.opptrapping.platform.body.MayBeBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many points an application is given by one of the scheme's award criteria.
 *
 * @param criterion the criterion's code in the scheme's rules
 * @param points from zero to the criterion's highest
 * @param reason why, in words; null when none is given
 */
@Schema(name = "CriterionPoints")
public record CriterionPoints(
        @Schema(required = true, maxLength = 40, examples = "need") @Size(max = 40)
        String criterion,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "100",
                description = "From zero to the highest number of points of the criterion")
        @Min(0)
        @Max(100)
        Integer points,

        @Schema(maxLength = 2000, description = "Why, in words; demanded where the scheme's rules say so")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 2000)
        @MayBeBlank
        @Nullable
        String reason) {
    /** Points that are given without a reason. */
    public static CriterionPoints of(String criterion, int points) {
        return new CriterionPoints(criterion, points, null);
    }
}
