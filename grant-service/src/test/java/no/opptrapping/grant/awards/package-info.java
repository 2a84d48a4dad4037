/** Tests of awards: their numbers, terms, letters and events. */
@NullMarked
package no.opptrapping.grant.awards;

import org.jspecify.annotations.NullMarked;
