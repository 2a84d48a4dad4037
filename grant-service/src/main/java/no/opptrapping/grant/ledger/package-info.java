/** The money ledger: append-only double entry per scheme, year and award, from which every shown figure is read. */
@NullMarked
package no.opptrapping.grant.ledger;

import org.jspecify.annotations.NullMarked;
