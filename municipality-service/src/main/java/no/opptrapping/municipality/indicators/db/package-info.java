/** Where indicators and their observations are kept. */
@NullMarked
package no.opptrapping.municipality.indicators.db;

import org.jspecify.annotations.NullMarked;
