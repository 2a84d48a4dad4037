package no.opptrapping.grant.schemerules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How money is claimed back (<i>tilbakebetaling</i>), and how the municipality is heard before.
 *
 * @param noticeDays days that a municipality has to comment before something is decided against it (forvaltningsloven § 16)
 * @param dueDays working days from the decision within which a claim is to be paid
 * @param carryOverDays days after the report within which a municipality can apply to carry money over before it is claimed
 */
@Schema(name = "SchemeRecovery")
public record SchemeRecovery(
        @Schema(
                required = true,
                minimum = "7",
                maximum = "90",
                description = "Days that a municipality has to comment before something is decided against it")
        @Min(7)
        @Max(90)
        Integer noticeDays,

        @Schema(
                required = true,
                minimum = "5",
                maximum = "120",
                description = "Working days from the decision within which a claim is to be paid")
        @Min(5)
        @Max(120)
        Integer dueDays,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "365",
                description =
                        "Days from the approved report within which a municipality can apply to carry money over before it is"
                                + " claimed back")
        @Min(0)
        @Max(365)
        Integer carryOverDays) {
    /** Three weeks to comment, four weeks of working days to pay, and thirty days to apply. */
    public static final SchemeRecovery USUAL = new SchemeRecovery(21, 20, 30);
}
