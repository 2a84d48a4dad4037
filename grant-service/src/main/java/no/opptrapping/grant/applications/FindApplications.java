package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;

/** Finds applications and says what is missing in those that are drafts. */
@ApplicationScoped
@Transactional
public class FindApplications {
    /** An application and, while it is a draft, what it lacks. */
    public record Found(Application application, List<BrokenRule> missing) {}

    private final Applications applications;
    private final Calls calls;
    private final Attempts attempts;
    private final Clock clock;

    FindApplications(Applications applications, Calls calls, Attempts attempts, Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * An application that a person of the administration may see; a draft is nobody's but its municipality's.
     *
     * @param county the only county that a county governor's person sees
     */
    public Optional<Found> forStaff(ApplicationId id, Optional<String> county) {
        return applications
                .find(id)
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .filter(application ->
                        county.map(application.hostNumber().county()::equals).orElse(true))
                .map(application -> new Found(application, List.of()));
    }

    /** An application of the municipality itself. */
    public Optional<Found> of(KnownMunicipality host, ApplicationId id) {
        return applications
                .find(id)
                .filter(application -> application.host().equals(host.id()))
                .map(application -> withMissing(host, application));
    }

    /** The municipality's drafts with what they lack, ordered by reference, at most 500. */
    public List<Found> drafts(KnownMunicipality host) {
        var filter = Applications.Filter.ownOf(host.id(), null, ApplicationStatus.DRAFT);
        return applications.list(filter, "", 500).stream()
                .map(application -> withMissing(host, application))
                .toList();
    }

    private Found withMissing(KnownMunicipality host, Application application) {
        if (application.status() != ApplicationStatus.DRAFT) {
            return new Found(application, List.of());
        }
        return calls.find(application.call())
                .map(call -> attempts.of(application, call, host, clock.instant()))
                .map(attempt -> new Found(application, SubmissionRules.brokenByContent(attempt)))
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + application.id()));
    }
}
