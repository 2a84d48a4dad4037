package no.opptrapping.platform.language;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in the three languages of the service: Bokmål, Nynorsk and English. Forms and self-service exist in both
 * written forms at the same time (språklova § 14), so none of the three may be missing.
 */
public record LocalisedText(
        @Schema(maxLength = 2000, required = true) String nb,
        @Schema(maxLength = 2000, required = true) String nn,
        @Schema(maxLength = 2000, required = true) String en) {
    public String in(Language language) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }
}
