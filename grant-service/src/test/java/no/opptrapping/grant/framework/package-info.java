/** Tests of framework allocations: their events. */
@NullMarked
package no.opptrapping.grant.framework;

import org.jspecify.annotations.NullMarked;
