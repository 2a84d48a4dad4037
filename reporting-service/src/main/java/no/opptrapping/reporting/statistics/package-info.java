/** Figures of many municipalities together: money, man-years and response, for any structure of municipalities. */
@NullMarked
package no.opptrapping.reporting.statistics;

import org.jspecify.annotations.NullMarked;
