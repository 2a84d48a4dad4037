/** Disqualifications over HTTP. */
@NullMarked
package no.opptrapping.grant.impartiality.rest;

import org.jspecify.annotations.NullMarked;
