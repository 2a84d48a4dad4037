/** Tests of what runs are computed from. */
@NullMarked
package no.opptrapping.grant.allocation.inputs;

import org.jspecify.annotations.NullMarked;
