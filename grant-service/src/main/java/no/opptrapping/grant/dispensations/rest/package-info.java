/** Dispensations and outages over HTTP. */
@NullMarked
package no.opptrapping.grant.dispensations.rest;

import org.jspecify.annotations.NullMarked;
