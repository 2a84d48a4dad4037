/** Reserve lists over HTTP. */
@NullMarked
package no.opptrapping.grant.reserve.rest;

import org.jspecify.annotations.NullMarked;
