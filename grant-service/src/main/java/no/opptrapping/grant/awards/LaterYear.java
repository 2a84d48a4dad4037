package no.opptrapping.grant.awards;

import java.time.Year;
import no.opptrapping.platform.values.Kroner;

/**
 * What an award promises for a later year, subject to the Storting's budget decision (<i>med forbehold om Stortingets
 * budsjettvedtak</i>): it comes off that year's appropriation first.
 *
 * @param amount above zero
 */
public record LaterYear(Year year, Kroner amount) {}
