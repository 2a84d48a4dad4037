/** Tests of explanations. */
@NullMarked
package no.opptrapping.grant.allocation.explanations;

import org.jspecify.annotations.NullMarked;
