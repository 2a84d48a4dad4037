/** The trace of an award over HTTP, as JSON and as a page with a picture and its table. */
@NullMarked
package no.opptrapping.grant.trace.rest;

import org.jspecify.annotations.NullMarked;
