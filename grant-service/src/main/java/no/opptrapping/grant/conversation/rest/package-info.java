/** Conversations over HTTP. */
@NullMarked
package no.opptrapping.grant.conversation.rest;

import org.jspecify.annotations.NullMarked;
