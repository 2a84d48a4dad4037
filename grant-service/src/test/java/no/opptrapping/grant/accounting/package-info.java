/** Tests of the vouchers. */
@NullMarked
package no.opptrapping.grant.accounting;

import org.jspecify.annotations.NullMarked;
