/** Payments over HTTP. */
@NullMarked
package no.opptrapping.grant.payments.rest;

import org.jspecify.annotations.NullMarked;
