/** Sending to other people's addresses. */
@NullMarked
package no.opptrapping.grant.webhooks.http;

import org.jspecify.annotations.NullMarked;
