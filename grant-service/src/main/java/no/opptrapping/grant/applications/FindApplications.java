package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
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
    private final CallerSight sight;
    private final Clock clock;

    FindApplications(Applications applications, Calls calls, Attempts attempts, CallerSight sight, Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.attempts = attempts;
        this.sight = sight;
        this.clock = clock;
    }

    /** An application that may be seen; what is returned is seen by others as it was submitted. */
    public Optional<Found> find(ApplicationId id) {
        var application = applications.find(id);
        var found = application.flatMap(one -> visible(one, sight.get()));
        if (application.isPresent() && found.isEmpty()) {
            sight.refused("application.reading", id.toString());
        }
        return found;
    }

    /** The application as the caller sees it: what is being completed is the host's own. */
    public Application seen(Application application) {
        return sight.get() instanceof Sight.Own own && own.covers(application.host())
                ? application
                : application.asSubmitted();
    }

    private Optional<Found> visible(Application application, Sight sight) {
        if (!application.isSeenWith(sight)) {
            return Optional.empty();
        }
        return Optional.of(
                sight instanceof Sight.Own own && sight.covers(application.host())
                        ? withMissing(own.self(), application)
                        : new Found(application.asSubmitted(), List.of()));
    }

    /** The municipality's drafts with what they lack, ordered by reference, at most 500. */
    public List<Found> drafts(KnownMunicipality host) {
        var filter = Applications.Filter.ownOf(host.id(), ApplicationStatus.DRAFT);
        return applications.list(filter, "", 500).stream()
                .map(application -> withMissing(host, application))
                .toList();
    }

    private Found withMissing(KnownMunicipality host, Application application) {
        if (!application.status().isWritten()) {
            return new Found(application, List.of());
        }
        return calls.find(application.call())
                .map(call -> attempts.of(application, call, host, clock.instant()))
                .map(attempt -> new Found(application, SubmissionRules.brokenByContent(attempt)))
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + application.id()));
    }
}
