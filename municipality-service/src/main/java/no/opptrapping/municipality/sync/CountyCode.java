package no.opptrapping.municipality.sync;

import java.time.LocalDate;

/**
 * A county as Statistics Norway lists it (Klass 104) within a range of days.
 *
 * @param from the first day within the range
 * @param to the first day without it, or the end of the range
 */
public record CountyCode(String number, String name, LocalDate from, LocalDate to) {}
