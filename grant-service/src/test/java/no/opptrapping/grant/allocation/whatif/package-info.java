/** Tests of whatif. */
@NullMarked
package no.opptrapping.grant.allocation.whatif;

import org.jspecify.annotations.NullMarked;
