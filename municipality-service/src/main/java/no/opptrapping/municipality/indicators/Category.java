package no.opptrapping.municipality.indicators;

import no.opptrapping.platform.language.LocalisedText;

/** One of the groups of a grouping, for example KOSTRA group 11 or the health region West. */
public record Category(String code, LocalisedText name) {}
