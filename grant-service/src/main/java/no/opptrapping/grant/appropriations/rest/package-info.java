/** Appropriations over HTTP. */
@NullMarked
package no.opptrapping.grant.appropriations.rest;

import org.jspecify.annotations.NullMarked;
