/** Money of awards that is to be paid back (<i>tilbakebetaling</i>): from the proposal to the last krone. */
@NullMarked
package no.opptrapping.grant.claims;

import org.jspecify.annotations.NullMarked;
