/** What if: many scenarios of one run, computed without their explanations. */
@NullMarked
package no.opptrapping.grant.allocation.sweeps;

import org.jspecify.annotations.NullMarked;
