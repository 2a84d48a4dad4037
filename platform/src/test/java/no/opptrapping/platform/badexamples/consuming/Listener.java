package no.opptrapping.platform.badexamples.consuming;

import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens without saying what is done with what it hears; an interface, so that no application listens by it. */
interface Listener {
    @Incoming("nothing")
    void on(String event);
}
