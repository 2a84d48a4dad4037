/** Tests of the service as a whole. */
@NullMarked
package no.opptrapping.grant;

import org.jspecify.annotations.NullMarked;
