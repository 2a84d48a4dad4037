package no.opptrapping.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a minute each kind of caller may send (<code>OPPTRAPPING_RATE_LIMIT_...</code>). */
@ConfigMapping(prefix = "opptrapping.rate-limit")
interface RateLimits {
    boolean enabled();

    /** Of an organisation, however many systems and suppliers call for it. */
    @WithDefault("600")
    long organisation();

    /** Of a person of the administration. */
    @WithDefault("600")
    long staff();

    /** From an address, of those who do not say who they are. */
    @WithDefault("300")
    long anonymous();

    /** How many callers are kept account of; those who have been quiet the longest are forgotten first. */
    @WithDefault("20000")
    long callers();
}
