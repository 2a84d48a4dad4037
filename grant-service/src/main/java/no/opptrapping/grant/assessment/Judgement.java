package no.opptrapping.grant.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * What an adviser thinks of an application.
 *
 * @param assessed what the application is worth; zero when it should be rejected
 * @param score 0 to 100 with at most two decimals
 * @param rank 1 is first
 * @param reasons in words, for the case file and the letter
 */
public record Judgement(
        Kroner assessed,
        Optional<BigDecimal> score,
        Optional<Integer> rank,
        Recommendation recommendation,
        String reasons) {}
