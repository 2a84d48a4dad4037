/** What a run is asked to do and what it is computed from: gathered, refused where it is wrong, stored and hashed. */
@NullMarked
package no.opptrapping.grant.allocation.inputs;

import org.jspecify.annotations.NullMarked;
