/** Notices sent to the address that a municipality has registered. */
@NullMarked
package no.opptrapping.grant.webhooks;

import org.jspecify.annotations.NullMarked;
