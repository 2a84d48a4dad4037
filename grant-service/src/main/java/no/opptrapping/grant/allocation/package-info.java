/** Allocation runs (fordelingskjøringer): a budget divided, simulated, explained, compared and adopted by a second person. */
@NullMarked
package no.opptrapping.grant.allocation;

import org.jspecify.annotations.NullMarked;
