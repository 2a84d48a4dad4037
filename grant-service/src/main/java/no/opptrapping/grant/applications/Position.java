package no.opptrapping.grant.applications;

/**
 * Positions that an application asks money for.
 *
 * @param percent 100 is one full-time position; 1 to 10 000
 * @param year which year of the project it is, 1 to 4
 */
public record Position(String title, int percent, int year) {}
