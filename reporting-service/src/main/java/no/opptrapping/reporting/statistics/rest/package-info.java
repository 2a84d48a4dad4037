/** Statistics over HTTP. */
@NullMarked
package no.opptrapping.reporting.statistics.rest;

import org.jspecify.annotations.NullMarked;
