/** Reserve lists over HTTP. */
@NullMarked
package no.opptrapping.grant.allocation.reserve.rest;

import org.jspecify.annotations.NullMarked;
