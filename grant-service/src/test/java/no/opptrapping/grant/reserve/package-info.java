/** Tests of the vouchers. */
@NullMarked
package no.opptrapping.grant.reserve;

import org.jspecify.annotations.NullMarked;
