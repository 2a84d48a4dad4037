/** The API of how municipalities are represented. */
@NullMarked
package no.opptrapping.municipality.representation.rest;

import org.jspecify.annotations.NullMarked;
