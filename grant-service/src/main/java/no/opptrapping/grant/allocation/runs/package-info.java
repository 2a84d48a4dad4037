/** Allocation runs (<i>fordelingskjøringer</i>): simulated, computed again, warned of, and adopted by a second person. */
@NullMarked
package no.opptrapping.grant.allocation.runs;

import org.jspecify.annotations.NullMarked;
