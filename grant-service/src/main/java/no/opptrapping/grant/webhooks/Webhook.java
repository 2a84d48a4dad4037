package no.opptrapping.grant.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * An address that a municipality wants its notices sent to.
 *
 * @param secret what every message is signed with; shown once, when the webhook is registered
 * @param sentUpTo the number of the last notice that it has taken
 * @param attempts how many times in a row it has not taken the next one
 * @param failingSince when it first did not; empty while it does
 * @param disabledAt when it was given up; empty while it is tried
 * @param lastFailure what went wrong the last time
 */
public record Webhook(
        WebhookId id,
        MunicipalityId municipality,
        URI url,
        Secret secret,
        Instant madeAt,
        long sentUpTo,
        int attempts,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt,
        Optional<String> lastFailure) {
    /** For so long an address may fail before it is given up. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final Duration[] PAUSES = {
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(6)
    };

    /** How long to wait after so many failures in a row, at least one. */
    static Duration pauseAfter(int failures) {
        return PAUSES[Math.min(failures, PAUSES.length) - 1];
    }

    /** Whether it has failed for as long as it may. */
    boolean isGivenUpAt(Instant now) {
        return failingSince.filter(since -> !now.isBefore(since.plus(PATIENCE))).isPresent();
    }
}
