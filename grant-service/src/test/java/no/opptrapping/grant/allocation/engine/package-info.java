/** Tests of the allocation engine: golden cases, an independent slow reference, properties. */
@NullMarked
package no.opptrapping.grant.allocation.engine;

import org.jspecify.annotations.NullMarked;
