/** Tests of deadlines. */
@NullMarked
package no.opptrapping.grant.deadlines;

import org.jspecify.annotations.NullMarked;
