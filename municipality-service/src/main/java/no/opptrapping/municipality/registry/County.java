package no.opptrapping.municipality.registry;

/**
 * A county (<i>fylke</i>) with its number, the first two digits of its municipalities' numbers.
 *
 * @param name the official name, in several languages where there are
 */
public record County(String number, String name, Period period) {}
