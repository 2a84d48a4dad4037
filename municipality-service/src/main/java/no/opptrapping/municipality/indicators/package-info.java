/** What is known of each municipality by year: population, groupings and their definitions. */
@NullMarked
package no.opptrapping.municipality.indicators;

import org.jspecify.annotations.NullMarked;
