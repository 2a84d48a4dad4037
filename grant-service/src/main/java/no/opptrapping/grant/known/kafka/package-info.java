/** Listens to municipality.v1 and indicator.v1. */
@NullMarked
package no.opptrapping.grant.known.kafka;

import org.jspecify.annotations.NullMarked;
