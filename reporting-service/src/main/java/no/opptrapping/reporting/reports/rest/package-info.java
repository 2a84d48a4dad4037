/** Reports over HTTP. */
@NullMarked
package no.opptrapping.reporting.reports.rest;

import org.jspecify.annotations.NullMarked;
