/** Business time: an injected clock, dates in Norway, and a simulated clock that production does not contain. */
@NullMarked
package no.opptrapping.platform.time;

import org.jspecify.annotations.NullMarked;
