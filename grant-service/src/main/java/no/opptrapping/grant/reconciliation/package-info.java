/** Reconciliation: proves that the ledger, the tables of the other rooms and the last reports say the same. */
@NullMarked
package no.opptrapping.grant.reconciliation;

import org.jspecify.annotations.NullMarked;
