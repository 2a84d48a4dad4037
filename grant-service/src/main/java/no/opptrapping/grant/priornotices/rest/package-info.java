/** Prior notices over HTTP. */
@NullMarked
package no.opptrapping.grant.priornotices.rest;

import org.jspecify.annotations.NullMarked;
