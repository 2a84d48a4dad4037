package no.opptrapping.municipality.indicators;

import java.time.LocalDate;

/**
 * What a set was converted from: a version of the same indicator's values for the same year in another structure.
 *
 * @param structureDate the structure that the source's values are of
 * @param version the version of the source
 */
public record Conversion(LocalDate structureDate, int version) {}
