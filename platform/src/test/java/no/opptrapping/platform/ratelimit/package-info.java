/** What is left of whose minute. */
@NullMarked
package no.opptrapping.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
