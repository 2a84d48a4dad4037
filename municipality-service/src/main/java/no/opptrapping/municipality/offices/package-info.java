/** The county governors' offices over time: their names and counties, and who took over from whom. */
@NullMarked
package no.opptrapping.municipality.offices;

import org.jspecify.annotations.NullMarked;
