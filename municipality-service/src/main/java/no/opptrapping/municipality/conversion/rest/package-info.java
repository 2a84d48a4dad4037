/** Conversions over HTTP, open to everybody. */
@NullMarked
package no.opptrapping.municipality.conversion.rest;

import org.jspecify.annotations.NullMarked;
