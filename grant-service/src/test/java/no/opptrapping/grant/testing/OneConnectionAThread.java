package no.opptrapping.grant.testing;

import jakarta.inject.Singleton;
import no.opptrapping.grant.queue.ActOnSelection;
import no.opptrapping.platform.testing.OneConnection;

/** Watches every test of the service. */
@Singleton
class OneConnectionAThread extends OneConnection {
    OneConnectionAThread() {
        super(ActOnSelection.class.getName());
    }
}
