package no.opptrapping.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay of the outbox works; the defaults suit production. */
@ConfigMapping(prefix = "opptrapping.outbox")
interface RelaySettings {
    /** Whether this process takes part in publishing; at least one process per database must. */
    @WithDefault("true")
    boolean relay();

    /** Most rows published in one go. */
    @WithDefault("1000")
    int batch();

    /** Pause between looks at an empty outbox; an event of this very process does not wait for it. */
    @WithDefault("50ms")
    Duration poll();

    /** Pause after a batch that was not full: a lone event is published at once, those of a busy moment together. */
    @WithDefault("50ms")
    Duration gathering();

    /** Pause between attempts to take over from another relay of the same database. */
    @WithDefault("500ms")
    Duration standby();

    /** Longest pause after a failure; the first is a tenth of a second, and each is twice the one before. */
    @WithDefault("5s")
    Duration longestPause();

    /** Without a sign of life for this long, the relay or a consumer counts as hung. */
    @WithDefault("3m")
    Duration hungAfter();
}
