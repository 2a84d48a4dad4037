/** Tests of what a run is handed on as. */
@NullMarked
package no.opptrapping.grant.allocation.rest;

import org.jspecify.annotations.NullMarked;
