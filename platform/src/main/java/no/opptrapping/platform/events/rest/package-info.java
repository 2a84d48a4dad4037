/** The counts of a service's events over HTTP. */
@NullMarked
package no.opptrapping.platform.events.rest;

import org.jspecify.annotations.NullMarked;
