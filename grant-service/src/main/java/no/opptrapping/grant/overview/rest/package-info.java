/** The overview over HTTP. */
@NullMarked
package no.opptrapping.grant.overview.rest;

import org.jspecify.annotations.NullMarked;
