/** Tests of the service as a whole. */
@NullMarked
package no.opptrapping.municipality;

import org.jspecify.annotations.NullMarked;
