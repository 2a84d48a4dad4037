package no.opptrapping.platform.badexamples.upside.money;

import no.opptrapping.platform.badexamples.upside.money.rest.PaymentsResource;

/** A use case that knows the adapter beneath it. */
public class Payments {
    private final PaymentsResource resource = new PaymentsResource();

    PaymentsResource resource() {
        return resource;
    }
}
