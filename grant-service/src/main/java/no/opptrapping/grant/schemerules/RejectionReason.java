package no.opptrapping.grant.schemerules;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reason why an application is rejected (<i>avslagsgrunn</i>), as the letter gives it.
 *
 * @param code its short name, for example {@code outside-purpose}
 */
@Schema(name = "RejectionReason")
public record RejectionReason(
        @Schema(required = true, maxLength = 40, pattern = SchemeRules.CODE, examples = "outside-purpose")
        @Size(max = 40)
        @Pattern(regexp = SchemeRules.CODE, message = "scheme.code-malformed")
        String code,

        @Schema(required = true) @EachAtMost(longest = 500) LocalisedText text) {}
