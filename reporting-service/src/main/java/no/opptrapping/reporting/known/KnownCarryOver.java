package no.opptrapping.reporting.known;

import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;

/**
 * What carry-over.v1 says of money of an award that is carried over (<i>overføring</i>) to the year after it, as far as this
 * service reads it.
 *
 * @param carriedOver what is carried into the year, where it is paid already; zero: nothing, any more or yet
 * @param toYear the year that the money is carried into and reported on in
 * @param recipient who was given the award
 */
public record KnownCarryOver(
        UUID carryOverId,
        UUID awardId,
        Year toYear,
        KnownAward.Party recipient,
        Kroner carriedOver,
        ReportingTerms reporting) {}
