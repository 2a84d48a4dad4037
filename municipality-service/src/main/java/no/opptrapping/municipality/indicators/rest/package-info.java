/** Indicators over HTTP, open to everybody. */
@NullMarked
package no.opptrapping.municipality.indicators.rest;

import org.jspecify.annotations.NullMarked;
