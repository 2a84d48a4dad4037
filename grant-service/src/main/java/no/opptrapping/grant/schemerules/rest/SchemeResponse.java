package no.opptrapping.grant.schemerules.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import no.opptrapping.grant.schemerules.SchemeReporting;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as the API shows it, with what its rules say today.
 *
 * @param version the version of the rules that is in force today; the first draft while none is
 * @param inForceFrom since when; null while none is
 */
@Schema(name = "Scheme")
record SchemeResponse(
        SchemeId id,
        String code,
        LocalisedText name,
        LocalisedText purpose,
        @Nullable LocalisedText goals,
        @Nullable LocalisedText targetGroup,
        @Nullable LocalisedText criteria,
        SchemeKind kind,
        String chapter,
        String item,
        SchemeReporting reporting,
        Contact contact,

        @Schema(description = "The version of the rules in force today; the first draft while none is")
        int version,

        @Schema(description = "The first day that the version is in force; absent while none is")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        LocalDate inForceFrom) {
    static SchemeResponse of(Scheme scheme, SchemeVersion version) {
        var rules = version.rules();
        return new SchemeResponse(
                scheme.id(),
                scheme.code(),
                scheme.name(),
                scheme.purpose(),
                rules.goals(),
                rules.targetGroup(),
                rules.criteria(),
                scheme.kind(),
                rules.chapter(),
                rules.item(),
                rules.reporting(),
                scheme.contact(),
                version.number(),
                version.inForceFrom().orElse(null));
    }
}
