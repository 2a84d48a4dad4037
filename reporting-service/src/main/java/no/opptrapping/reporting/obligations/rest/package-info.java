/** Obligations over HTTP. */
@NullMarked
package no.opptrapping.reporting.obligations.rest;

import org.jspecify.annotations.NullMarked;
