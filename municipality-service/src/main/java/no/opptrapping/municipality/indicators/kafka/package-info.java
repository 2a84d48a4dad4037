/** What the world hears of indicators. */
@NullMarked
package no.opptrapping.municipality.indicators.kafka;

import org.jspecify.annotations.NullMarked;
