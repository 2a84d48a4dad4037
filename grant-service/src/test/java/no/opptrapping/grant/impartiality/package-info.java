/** What holds of disqualified persons everywhere. */
@NullMarked
package no.opptrapping.grant.impartiality;

import org.jspecify.annotations.NullMarked;
