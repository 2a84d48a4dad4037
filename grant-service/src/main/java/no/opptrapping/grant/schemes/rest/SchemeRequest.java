package no.opptrapping.grant.schemes.rest;

import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a new scheme, for the API's description: {@link SchemeBody} reads it so that all faults are found. */
@Schema(name = "NewScheme")
record SchemeRequest(
        @Schema(required = true, maxLength = 60, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")
        String code,

        @Schema(required = true) LocalisedText name,
        @Schema(required = true) LocalisedText purpose,
        @Schema(required = true) SchemeKind kind,

        @Schema(required = true, pattern = "^[0-9]{3,4}$", maxLength = 4)
        String chapter,

        @Schema(required = true, pattern = "^[0-9]{2}$", maxLength = 2)
        String item,

        @Nullable LocalisedText goals,
        @Nullable LocalisedText targetGroup,
        @Nullable LocalisedText criteria,
        @Schema(required = true) Reporting reporting,
        @Schema(required = true) Contact contact) {
    /** Days are without a year. */
    @Schema(name = "NewSchemeReporting")
    record Reporting(
            @Schema(required = true, pattern = "^--[0-9]{2}-[0-9]{2}$", maxLength = 7, examples = "--01-15")
            String opens,

            @Schema(required = true, pattern = "^--[0-9]{2}-[0-9]{2}$", maxLength = 7, examples = "--03-01")
            String due,

            @Schema(required = true, maxLength = 40, examples = "is-24-8")
            String form,

            @Schema(required = true) Kroner simpleBelow,
            @Nullable Kroner auditorThreshold) {}

    /** Whom to ask. */
    @Schema(name = "NewSchemeContact")
    record Contact(
            @Schema(required = true, maxLength = 200) String name,
            @Schema(required = true, maxLength = 200) String email,
            @Schema(maxLength = 40) @Nullable String phone) {}
}
