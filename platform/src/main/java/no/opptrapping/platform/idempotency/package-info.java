/** A POST that is sent twice with the same key has its effect once and gets the first answer again. */
@NullMarked
package no.opptrapping.platform.idempotency;

import org.jspecify.annotations.NullMarked;
