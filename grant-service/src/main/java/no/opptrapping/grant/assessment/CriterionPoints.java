package no.opptrapping.grant.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many points an application is given by one of the scheme's award criteria.
 *
 * @param criterion the criterion's code in the scheme's rules
 * @param points from zero to the criterion's highest
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
        Integer points) {}
