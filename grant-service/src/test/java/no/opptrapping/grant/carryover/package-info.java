/** Tests of what is carried over. */
@NullMarked
package no.opptrapping.grant.carryover;

import org.jspecify.annotations.NullMarked;
