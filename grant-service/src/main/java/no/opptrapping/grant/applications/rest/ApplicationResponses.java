package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.Scopes;
import no.opptrapping.grant.calls.NumberedRound;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.LocalisedFaults;

/** Shows an application with what it lacks, and the round of its call that decides it. */
@ApplicationScoped
class ApplicationResponses {
    private final Scopes scopes;
    private final LocalisedFaults faults;

    ApplicationResponses(Scopes scopes, LocalisedFaults faults) {
        this.scopes = scopes;
        this.faults = faults;
    }

    ApplicationResponse of(Application application, List<BrokenRule> missing) {
        return of(application, missing, scopes.roundOf(application));
    }

    ApplicationResponse of(Application application, List<BrokenRule> missing, Optional<NumberedRound> round) {
        return ApplicationResponse.of(application, faults.of(missing), round.orElse(null));
    }
}
