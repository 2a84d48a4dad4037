package no.opptrapping.municipality.indicators;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the groups of a grouping, for example KOSTRA group 11 or the health region West. */
@JsonPropertyOrder({"code", "name"})
@Schema(name = "IndicatorCategory")
public record Category(
        @Schema(required = true, maxLength = 50)
        @Size(max = 50)
        @Pattern(regexp = IndicatorDefinition.CODE, message = "indicator.bad-code")
        String code,

        @Schema(required = true) @EachAtMost(longest = 200) LocalisedText name) {}
