/** Frames over HTTP. */
@NullMarked
package no.opptrapping.grant.frames.rest;

import org.jspecify.annotations.NullMarked;
