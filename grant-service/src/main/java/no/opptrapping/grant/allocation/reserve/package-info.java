/** Reserve lists: those that the money of a call did not reach, and what is offered them when there is money again. */
@NullMarked
package no.opptrapping.grant.allocation.reserve;

import org.jspecify.annotations.NullMarked;
