/** What a municipality would get of an adopted run if its own figures, or the appropriation, were others. */
@NullMarked
package no.opptrapping.grant.allocation.whatif;

import org.jspecify.annotations.NullMarked;
