/** The yearly reporting room of a municipality: pre-filled, drafted, submitted, returned, approved, corrected. */
@NullMarked
package no.opptrapping.reporting.reports;

import org.jspecify.annotations.NullMarked;
