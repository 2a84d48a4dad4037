package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.LocalisedFaults;

/** Shows an application with what it lacks, and the round of its call that decides it. */
@ApplicationScoped
class ApplicationResponses {
    private final Calls calls;
    private final LocalisedFaults faults;
    private final Clock clock;

    ApplicationResponses(Calls calls, LocalisedFaults faults, Clock clock) {
        this.calls = calls;
        this.faults = faults;
        this.clock = clock;
    }

    ApplicationResponse of(Application application, List<BrokenRule> missing) {
        var parts = calls.find(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + application.id()))
                .parts();
        return ApplicationResponse.of(
                application,
                faults.of(missing),
                application
                        .round(parts, clock.instant())
                        .flatMap(parts::numbered)
                        .orElse(null));
    }
}
