/** The accounts that awards are paid to: stated with the acceptance, changed by the municipality that holds the award. */
@NullMarked
package no.opptrapping.grant.accounts;

import org.jspecify.annotations.NullMarked;
