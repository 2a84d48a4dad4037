package no.opptrapping.grant.allocation.engine;

import java.math.BigDecimal;

/**
 * One line of an explanation: what one criterion brings one municipality.
 *
 * @param value the municipality's own figure
 * @param total the figure of all municipalities together
 * @param share value over total, exactly
 * @param weight the criterion's weight as given
 * @param weightUsed the weight that counted: the given one over the sum of all, which is one unless normalised
 * @param contributionInOre budget times share times the weight used in øre; a municipality's parts add up exactly
 */
public record CriterionPart(
        String indicator,
        BigDecimal value,
        BigDecimal total,
        Fraction share,
        Decimal weight,
        Fraction weightUsed,
        long contributionInOre) {}
