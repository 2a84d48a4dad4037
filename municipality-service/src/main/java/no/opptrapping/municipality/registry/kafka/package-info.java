/** What the world hears of municipalities. */
@NullMarked
package no.opptrapping.municipality.registry.kafka;

import org.jspecify.annotations.NullMarked;
