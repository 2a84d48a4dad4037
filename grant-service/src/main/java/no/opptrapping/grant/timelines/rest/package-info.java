/** Timelines over HTTP. */
@NullMarked
package no.opptrapping.grant.timelines.rest;

import org.jspecify.annotations.NullMarked;
