/** Tests of sending notices. */
@NullMarked
package no.opptrapping.grant.webhooks;

import org.jspecify.annotations.NullMarked;
