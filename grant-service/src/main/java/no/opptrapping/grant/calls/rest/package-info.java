/** Calls over HTTP. */
@NullMarked
package no.opptrapping.grant.calls.rest;

import org.jspecify.annotations.NullMarked;
