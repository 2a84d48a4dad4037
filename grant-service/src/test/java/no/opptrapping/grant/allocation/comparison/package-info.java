/** Tests of comparisons. */
@NullMarked
package no.opptrapping.grant.allocation.comparison;

import org.jspecify.annotations.NullMarked;
