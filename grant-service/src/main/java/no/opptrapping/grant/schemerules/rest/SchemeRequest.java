package no.opptrapping.grant.schemerules.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import no.opptrapping.grant.schemerules.SchemeReporting;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.body.Name;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a new scheme: its place in the register and the first draft of its rules, which can be changed. */
@Schema(name = "NewScheme")
record SchemeRequest(
        @Schema(required = true, maxLength = 60, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")
        @Size(max = 60)
        @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$", message = "scheme.code-malformed")
        String code,

        @Schema(required = true) @EachAtMost(longest = 200) LocalisedText name,
        @Schema(required = true) @EachAtMost(longest = 2000) LocalisedText purpose,
        @Schema(required = true) SchemeKind kind,

        @Schema(required = true, pattern = "^[0-9]{3,4}$", maxLength = 4)
        @Pattern(regexp = "^[0-9]{3,4}$", message = "scheme.chapter-malformed")
        String chapter,

        @Schema(required = true, pattern = "^[0-9]{2}$", maxLength = 2)
        @Pattern(regexp = "^[0-9]{2}$", message = "scheme.item-malformed")
        String item,

        @EachAtMost(longest = 2000) @Nullable LocalisedText goals,
        @EachAtMost(longest = 2000) @Nullable LocalisedText targetGroup,
        @EachAtMost(longest = 2000) @Nullable LocalisedText criteria,
        @Schema(required = true) @Valid SchemeReporting reporting,
        @Schema(required = true) @Valid Contact contact) {
    /** Whom to ask. */
    @Schema(name = "NewSchemeContact")
    record Contact(
            @Schema(required = true, maxLength = 200) @Size(max = 200) @Name
            String name,

            @Schema(required = true, maxLength = 200)
            @Size(max = 200)
            @Pattern(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "scheme.email-malformed")
            String email,

            @Schema(maxLength = 40) @Size(max = 40) @MayBeBlank @Nullable
            String phone) {}

    Scheme scheme() {
        return new Scheme(
                SchemeId.random(),
                code,
                name,
                purpose,
                kind,
                new no.opptrapping.grant.schemes.Contact(
                        contact.name(), contact.email(), Objects.requireNonNullElse(contact.phone(), "")));
    }

    /** The first draft of the rules: what is asked for here, and for the rest what is usual. */
    SchemeRules rules() {
        return new SchemeRules(
                chapter,
                item,
                goals,
                targetGroup,
                criteria,
                List.of(),
                null,
                reporting,
                SchemeRules.USUAL_ACCEPTANCE_DAYS,
                SchemeRules.USUAL_APPEAL_DAYS,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
