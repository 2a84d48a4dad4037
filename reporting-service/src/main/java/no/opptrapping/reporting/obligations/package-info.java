/** Who has to report on which award or framework allocation, by when, and how far they have come. */
@NullMarked
package no.opptrapping.reporting.obligations;

import org.jspecify.annotations.NullMarked;
