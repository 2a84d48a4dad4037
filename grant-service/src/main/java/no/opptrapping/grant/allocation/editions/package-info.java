/** Editions of divisions for everybody to read: what was decided, what was preliminary, what was corrected, and why. */
@NullMarked
package no.opptrapping.grant.allocation.editions;

import org.jspecify.annotations.NullMarked;
