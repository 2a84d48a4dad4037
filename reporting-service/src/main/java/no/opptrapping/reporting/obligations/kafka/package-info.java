/** Takes in awards, payments and framework allocations from grant-service. */
@NullMarked
package no.opptrapping.reporting.obligations.kafka;

import org.jspecify.annotations.NullMarked;
