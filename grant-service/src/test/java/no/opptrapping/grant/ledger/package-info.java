/** Tests of the ledger: what its database refuses, and what its postings say. */
@NullMarked
package no.opptrapping.grant.ledger;

import org.jspecify.annotations.NullMarked;
