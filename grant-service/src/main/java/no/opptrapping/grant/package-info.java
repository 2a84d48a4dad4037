/** The grant-service. */
@NullMarked
package no.opptrapping.grant;

import org.jspecify.annotations.NullMarked;
