/** Schemes over HTTP. */
@NullMarked
package no.opptrapping.grant.schemes.rest;

import org.jspecify.annotations.NullMarked;
