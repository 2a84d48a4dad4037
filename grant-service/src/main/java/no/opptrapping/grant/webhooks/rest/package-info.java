/** Webhooks over HTTP. */
@NullMarked
package no.opptrapping.grant.webhooks.rest;

import org.jspecify.annotations.NullMarked;
