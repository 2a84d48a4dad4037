/** Renewals over HTTP. */
@NullMarked
package no.opptrapping.grant.renewals.rest;

import org.jspecify.annotations.NullMarked;
