/** Tests of the service as a whole. */
@NullMarked
package no.opptrapping.reporting;

import org.jspecify.annotations.NullMarked;
