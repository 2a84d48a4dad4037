/** Compares amounts per municipality: pure arithmetic, exact, without framework, clock or database. */
@NullMarked
package no.opptrapping.grant.allocation.comparison;

import org.jspecify.annotations.NullMarked;
