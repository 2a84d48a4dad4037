/** Follow one krone: what has become of the money of an award, from the appropriation to what it was spent on. */
@NullMarked
package no.opptrapping.grant.trace;

import org.jspecify.annotations.NullMarked;
