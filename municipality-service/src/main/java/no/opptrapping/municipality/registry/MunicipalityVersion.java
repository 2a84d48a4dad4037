package no.opptrapping.municipality.registry;

import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * A municipality with one number and one name, for as long as they and its borders hold.
 *
 * @param name the official name, in several languages where there are ("Gáivuotna - Kåfjord - Kaivuono"), without the
 *     county that Statistics Norway adds to tell namesakes apart
 */
public record MunicipalityVersion(MunicipalityNumber number, String name, Period period) {}
