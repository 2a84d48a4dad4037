package no.opptrapping.platform.events;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What a service does with the events that it listens to. Every consumer is a bean of this type, so that a dead letter
 * can be taken in again by the same effect.
 */
public interface Consumption {
    /** What an event does, by the topic that it comes on. */
    Map<String, Consumer<IncomingEvent>> effects();
}
