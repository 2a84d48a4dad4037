/** Listens to municipality.v1, indicator.v1 and county-governor-office.v1. */
@NullMarked
package no.opptrapping.grant.known.kafka;

import org.jspecify.annotations.NullMarked;
