/** What a service does again and again by itself: item by item, with a metric and an alarm for what goes wrong. */
@NullMarked
package no.opptrapping.platform.rounds;

import org.jspecify.annotations.NullMarked;
