package no.opptrapping.grant.known;

import java.math.BigDecimal;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * The part of a municipality that has passed to another one.
 *
 * @param share the part of the people that moved, above 0 and at most 1
 */
public record Passed(MunicipalityId successor, BigDecimal share) {}
