package no.opptrapping.municipality.sync.http;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How patiently the sources are asked. */
@ConfigMapping(prefix = "opptrapping.sync.patience")
interface PeerSettings {
    /** How long one attempt may take. */
    Duration timeout();

    /** How often a question is asked again after a failure that may pass. */
    int retries();

    /** The pause before the first repetition; each later one is twice as long. */
    Duration retryDelay();

    /** How long a pause may be that a source wants ({@code Retry-After}); one that wants a longer one is not asked again. */
    Duration longestPause();

    /** Of how many attempts half must have failed before a source is left in peace. */
    int breakerVolume();

    /** How long a source is left in peace. */
    Duration breakerDelay();
}
