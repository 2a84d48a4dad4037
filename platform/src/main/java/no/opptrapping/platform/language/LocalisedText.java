package no.opptrapping.platform.language;

/**
 * A text in the three languages of the service: Bokmål, Nynorsk and English. Forms and self-service exist in both
 * written forms at the same time (språklova § 14), so none of the three may be missing.
 */
public record LocalisedText(String nb, String nn, String en) {}
