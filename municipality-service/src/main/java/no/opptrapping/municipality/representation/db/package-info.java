/** Where it is kept how municipalities are represented. */
@NullMarked
package no.opptrapping.municipality.representation.db;

import org.jspecify.annotations.NullMarked;
