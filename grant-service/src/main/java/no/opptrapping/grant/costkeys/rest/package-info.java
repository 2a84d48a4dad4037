/** Cost keys over HTTP. */
@NullMarked
package no.opptrapping.grant.costkeys.rest;

import org.jspecify.annotations.NullMarked;
