/** Tests of why an amount changed. */
@NullMarked
package no.opptrapping.grant.allocation.changes;

import org.jspecify.annotations.NullMarked;
