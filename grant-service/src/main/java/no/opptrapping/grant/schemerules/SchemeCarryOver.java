package no.opptrapping.grant.schemerules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What becomes of money that is not spent when the year is over (<i>overføring</i>).
 *
 * @param freePercent how much of an award the recipient keeps for the next year without asking
 * @param byApplication whether more than that can be applied for
 * @param again whether what was carried over once can be carried over again
 */
@Schema(name = "SchemeCarryOver")
public record SchemeCarryOver(
        @Schema(
                required = true,
                minimum = "0",
                maximum = "100",
                description = "Percent of an award that the recipient keeps for the next year without asking")
        @Min(0)
        @Max(100)
        Integer freePercent,

        @Schema(required = true, description = "Whether more than that can be applied for")
        Boolean byApplication,

        @Schema(required = true, description = "Whether what was carried over once can be carried over again")
        Boolean again) {
    /** Nothing is kept without asking, anything can be applied for, once. */
    static final SchemeCarryOver USUAL = new SchemeCarryOver(0, true, false);
}
