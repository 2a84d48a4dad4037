/** The offices over HTTP. */
@NullMarked
package no.opptrapping.municipality.offices.rest;

import org.jspecify.annotations.NullMarked;
