/** A municipality's overview over HTTP. */
@NullMarked
package no.opptrapping.reporting.overview.rest;

import org.jspecify.annotations.NullMarked;
