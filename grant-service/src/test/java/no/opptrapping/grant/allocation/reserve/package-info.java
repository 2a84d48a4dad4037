/** Tests of the vouchers. */
@NullMarked
package no.opptrapping.grant.allocation.reserve;

import org.jspecify.annotations.NullMarked;
