/** Payments (utbetalinger) of accepted awards: ordered by one person, approved by another, confirmed by the bank. */
@NullMarked
package no.opptrapping.grant.payments;

import org.jspecify.annotations.NullMarked;
