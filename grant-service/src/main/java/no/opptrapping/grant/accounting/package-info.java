/** What the ledger has posted, as vouchers for the Directorate's accounts. */
@NullMarked
package no.opptrapping.grant.accounting;

import org.jspecify.annotations.NullMarked;
