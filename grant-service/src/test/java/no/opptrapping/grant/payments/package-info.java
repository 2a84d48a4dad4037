/** Tests of payments: their steps and events. */
@NullMarked
package no.opptrapping.grant.payments;

import org.jspecify.annotations.NullMarked;
