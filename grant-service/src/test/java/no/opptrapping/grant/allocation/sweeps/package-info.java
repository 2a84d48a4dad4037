/** Tests of sweeps. */
@NullMarked
package no.opptrapping.grant.allocation.sweeps;

import org.jspecify.annotations.NullMarked;
