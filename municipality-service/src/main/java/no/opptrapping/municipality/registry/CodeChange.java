package no.opptrapping.municipality.registry;

import java.time.LocalDate;

/**
 * One row of a change between the codes of two days, as Statistics Norway's Klass tells of it: a merger has one row for
 * each code that went into the new one, a split one for each that came of it.
 */
public record CodeChange(String oldCode, String oldName, String newCode, String newName, LocalDate on) {}
