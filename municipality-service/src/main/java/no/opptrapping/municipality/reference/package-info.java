/** The reference data that comes with the service: read, compared with what is stored, and taken in. */
@NullMarked
package no.opptrapping.municipality.reference;

import org.jspecify.annotations.NullMarked;
