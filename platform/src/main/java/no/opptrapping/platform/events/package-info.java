/** Events between services: the outbox and its relay, the inbox, dead letters, and what can be counted about them. */
@NullMarked
package no.opptrapping.platform.events;

import org.jspecify.annotations.NullMarked;
