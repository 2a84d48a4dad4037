package no.opptrapping.grant.costkeys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A criterion of a cost key: an indicator's code, and its weight as it is printed, a decimal string. */
public record CostKeyCriterion(
        @NotBlank @Size(max = 100) String indicator,

        @NotNull @Size(max = 14) @Pattern(regexp = "^[0-9](\\.[0-9]{1,12})?$")
        String weight) {}
