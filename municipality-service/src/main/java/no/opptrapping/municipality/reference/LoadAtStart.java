package no.opptrapping.municipality.reference;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Takes in the reference data that comes with the service, before the service is ready. */
@ApplicationScoped
class LoadAtStart {
    private static final Logger LOG = Logger.getLogger(LoadAtStart.class);

    private final TakeInReferenceData takeIn;

    LoadAtStart(TakeInReferenceData takeIn) {
        this.takeIn = takeIn;
    }

    void onStart(@Observes StartupEvent start) {
        switch (takeIn.takeIn(ReadReferenceEdition.read())) {
            case TakeInReferenceData.Outcome.NothingNew() -> LOG.info("The reference data is the same as last time");
            case TakeInReferenceData.Outcome.TakenIn(var municipalities, var observationSets) ->
                LOG.infof(
                        "New in the reference data: %d municipalities, %d sets of observations",
                        municipalities, observationSets);
        }
    }
}
