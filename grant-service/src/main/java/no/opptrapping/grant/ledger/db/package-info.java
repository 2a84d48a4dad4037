/** The ledger's tables. */
@NullMarked
package no.opptrapping.grant.ledger.db;

import org.jspecify.annotations.NullMarked;
