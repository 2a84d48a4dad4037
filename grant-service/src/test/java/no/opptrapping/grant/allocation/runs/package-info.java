/** Tests of runs, from simulation to adoption. */
@NullMarked
package no.opptrapping.grant.allocation.runs;

import org.jspecify.annotations.NullMarked;
