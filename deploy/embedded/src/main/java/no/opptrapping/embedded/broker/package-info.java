/** What runs inside the broker's own process, on the broker's own class path. */
@NullMarked
package no.opptrapping.embedded.broker;

import org.jspecify.annotations.NullMarked;
