package no.opptrapping.platform.badexamples.injection;

import jakarta.inject.Inject;
import java.time.Clock;

/** Cannot be made without a container. */
class Injected {
    @Inject
    Clock clock;
}
