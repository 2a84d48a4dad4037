package no.opptrapping.grant.applications;

import java.time.Instant;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * What has come in under a call and what became of it.
 *
 * @param drafts not submitted yet
 * @param submitted every application that was submitted, whatever became of it
 * @param awaiting submitted, neither withdrawn nor decided
 * @param refusedSubmissions how often a submission was answered with a problem
 * @param asked the sum asked for by those that were submitted and not withdrawn
 * @param awarded the sum decided
 * @param decidedAt when the last of them was decided
 */
public record CallFigures(
        long drafts,
        long submitted,
        long awaiting,
        long refusedSubmissions,
        long approved,
        long rejected,
        long withdrawn,
        Kroner asked,
        Kroner awarded,
        Optional<Instant> decidedAt) {}
