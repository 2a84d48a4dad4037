/** Figures of one municipality structure expressed in another. */
@NullMarked
package no.opptrapping.municipality.conversion;

import org.jspecify.annotations.NullMarked;
