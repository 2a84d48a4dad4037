/** Takes in municipalities and indicators from their topics. */
@NullMarked
package no.opptrapping.reporting.known.kafka;

import org.jspecify.annotations.NullMarked;
