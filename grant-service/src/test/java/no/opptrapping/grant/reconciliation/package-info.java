/** Tests of the money's whole way through real database and broker: every krone is where the check says. */
@NullMarked
package no.opptrapping.grant.reconciliation;

import org.jspecify.annotations.NullMarked;
