/** How much each caller may ask for in a minute. */
@NullMarked
package no.opptrapping.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
