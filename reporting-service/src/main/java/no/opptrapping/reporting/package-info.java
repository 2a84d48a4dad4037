/** The reporting-service. */
@NullMarked
package no.opptrapping.reporting;

import org.jspecify.annotations.NullMarked;
