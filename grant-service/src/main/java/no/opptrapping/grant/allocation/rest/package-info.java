/** Allocation runs over HTTP. */
@NullMarked
package no.opptrapping.grant.allocation.rest;

import org.jspecify.annotations.NullMarked;
