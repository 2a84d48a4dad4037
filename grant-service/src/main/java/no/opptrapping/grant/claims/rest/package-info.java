/** Claims over HTTP. */
@NullMarked
package no.opptrapping.grant.claims.rest;

import org.jspecify.annotations.NullMarked;
