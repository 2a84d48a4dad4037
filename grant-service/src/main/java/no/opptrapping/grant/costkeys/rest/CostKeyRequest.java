package no.opptrapping.grant.costkeys.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import no.opptrapping.grant.costkeys.CostKeyCriterion;
import no.opptrapping.platform.language.LocalisedText;

/** A cost key to register; its weights need not sum to one, but then whoever divides by it must normalise. */
record CostKeyRequest(
        @NotNull @Size(max = 60) @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$")
        String code,

        @NotNull @Min(2012) @Max(2100) Integer year,
        @NotNull @Valid Name name,
        @NotBlank @Size(max = 500) String source,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid CostKeyCriterion> criteria) {
    /** The key's name in three languages. */
    record Name(
            @NotBlank @Size(max = 200) String nb,
            @NotBlank @Size(max = 200) String nn,
            @NotBlank @Size(max = 200) String en) {
        LocalisedText text() {
            return new LocalisedText(nb, nn, en);
        }
    }
}
