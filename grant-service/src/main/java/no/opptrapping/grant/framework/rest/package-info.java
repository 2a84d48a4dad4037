/** Framework allocations over HTTP. */
@NullMarked
package no.opptrapping.grant.framework.rest;

import org.jspecify.annotations.NullMarked;
