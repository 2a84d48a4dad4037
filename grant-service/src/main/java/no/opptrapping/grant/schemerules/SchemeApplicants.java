package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who may apply, among the municipalities.
 *
 * @param counties numbers of the counties whose municipalities may, by the municipality of today; missing: all may
 * @param jointAllowed whether several may apply together; missing: yes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SchemeApplicants")
public record SchemeApplicants(
        @Schema(minItems = 1, maxItems = 30, description = "Two-digit numbers; missing: the whole country")
        @Size(min = 1, max = 30)
        @Nullable
        List<@NotNull @Pattern(regexp = "^[0-9]{2}$", message = "scheme.county-malformed") String> counties,

        @Schema(description = "Whether several municipalities may apply together; missing: yes") @Nullable
        Boolean jointAllowed) {
    static final SchemeApplicants USUAL = new SchemeApplicants(null, null);

    /** Whether municipalities of the county may apply. */
    public boolean admits(String county) {
        return counties == null || counties.contains(county);
    }

    /** Whether several municipalities may apply together. */
    public boolean admitsJoint() {
        return !Boolean.FALSE.equals(jointAllowed);
    }
}
