package no.opptrapping.local;

import no.opptrapping.embedded.Ports;
import no.opptrapping.embedded.StartFailure;

/**
 * Which port everything listens to.
 *
 * @param base the issuer's port; the others follow from it
 */
record PortPlan(int base) {
    static final int DEFAULT_BASE = 8080;

    private static final int LAST = 12;

    PortPlan {
        if (base < 1024 || base + LAST > 65535) {
            throw new StartFailure(
                    "--port-base must be between 1024 and " + (65535 - LAST) + ", and not " + base + ".");
        }
    }

    int issuer() {
        return base;
    }

    int of(Service service) {
        return base + service.portOffset();
    }

    int postgres() {
        return base + 10;
    }

    int kafka() {
        return base + 11;
    }

    int kafkaController() {
        return base + LAST;
    }

    /** Makes sure, before anything is started, that nobody else has one of the ports. */
    void requireFree(boolean withServices) {
        try {
            Ports.requireFree(issuer(), "the issuer");
            if (withServices) {
                for (var service : Service.values()) {
                    Ports.requireFree(of(service), service.directory());
                }
            }
            Ports.requireFree(postgres(), "PostgreSQL");
            Ports.requireFree(kafka(), "Kafka");
            Ports.requireFree(kafkaController(), "Kafka's controller");
        } catch (StartFailure taken) {
            throw new StartFailure(taken.getMessage() + " --port-base N moves all ports.", taken);
        }
    }
}
