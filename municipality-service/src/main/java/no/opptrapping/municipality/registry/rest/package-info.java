/** The register of municipalities over HTTP, open to everybody. */
@NullMarked
package no.opptrapping.municipality.registry.rest;

import org.jspecify.annotations.NullMarked;
