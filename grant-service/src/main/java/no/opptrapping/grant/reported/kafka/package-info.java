/** Listens to report.v1. */
@NullMarked
package no.opptrapping.grant.reported.kafka;

import org.jspecify.annotations.NullMarked;
