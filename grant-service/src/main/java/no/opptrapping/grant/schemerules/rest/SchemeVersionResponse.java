package no.opptrapping.grant.schemerules.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemes.SchemeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a scheme's rules as the API shows it.
 *
 * @param edition grows by each change of the draft; it is the ETag
 * @param inForceFrom the first day; absent while it is a draft
 */
@Schema(name = "SchemeVersion")
record SchemeVersionResponse(
        SchemeId schemeId,

        @Schema(description = "1 is the first of the scheme; without gaps")
        int version,

        @Schema(description = "Grows by each change of the draft; the ETag")
        int edition,

        Status status,

        @Schema(description = "The first day on which it is in force, in Norway; absent while it is a draft")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        LocalDate inForceFrom,

        @Schema(description = "When the draft was last written")
        Instant draftedAt,

        SchemeRules rules) {
    /** Whether it can still be changed. */
    @Schema(name = "SchemeVersionStatus")
    enum Status {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("in-force")
        IN_FORCE
    }

    static SchemeVersionResponse of(SchemeVersion version) {
        return new SchemeVersionResponse(
                version.scheme(),
                version.number(),
                version.edition(),
                version.inForce().isPresent() ? Status.IN_FORCE : Status.DRAFT,
                version.inForceFrom().orElse(null),
                version.draftedAt(),
                version.rules());
    }
}
