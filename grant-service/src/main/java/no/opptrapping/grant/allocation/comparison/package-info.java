/** Compares runs with each other or with a year's awards, by municipality and by groups of them: exact. */
@NullMarked
package no.opptrapping.grant.allocation.comparison;

import org.jspecify.annotations.NullMarked;
