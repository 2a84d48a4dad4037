package no.opptrapping.platform.events;

/** The service stops while an event waits for a failure to pass: the event is neither used up nor at fault. */
class ConsumptionStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConsumptionStopped() {
        super("The service is stopping; the event will be delivered again");
    }
}
