/** Carry-overs over HTTP. */
@NullMarked
package no.opptrapping.grant.carryover.rest;

import org.jspecify.annotations.NullMarked;
