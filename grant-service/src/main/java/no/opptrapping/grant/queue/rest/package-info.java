/** The queue over HTTP. */
@NullMarked
package no.opptrapping.grant.queue.rest;

import org.jspecify.annotations.NullMarked;
