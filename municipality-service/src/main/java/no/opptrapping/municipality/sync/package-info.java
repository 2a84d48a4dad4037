/** Synchronisation with the official sources: what they say that the register does not is proposed, and a person adopts it. */
@NullMarked
package no.opptrapping.municipality.sync;

import org.jspecify.annotations.NullMarked;
