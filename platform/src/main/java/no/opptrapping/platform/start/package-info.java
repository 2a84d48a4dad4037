/** How a service starts. */
@NullMarked
package no.opptrapping.platform.start;

import org.jspecify.annotations.NullMarked;
