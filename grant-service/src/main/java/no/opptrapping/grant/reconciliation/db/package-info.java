/** What the ledger is held against, added up across the tables of other rooms. */
@NullMarked
package no.opptrapping.grant.reconciliation.db;

import org.jspecify.annotations.NullMarked;
