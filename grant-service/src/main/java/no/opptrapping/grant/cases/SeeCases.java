package no.opptrapping.grant.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.platform.access.CallerSight;

/** Shows a case to the administration: to a county governor those of the county's municipalities. */
@ApplicationScoped
@Transactional
public class SeeCases {
    /** As many moves of a case are shown. */
    private static final int MOST_MOVES = 100;

    /**
     * A case as it stands.
     *
     * @param holding who works on it; empty when nobody does
     * @param moves how it came to that, the newest first, at most 100
     */
    public record Seen(Application application, Optional<Holding> holding, List<CaseMove> moves) {}

    private final Cases cases;
    private final Applications applications;
    private final CallerSight sight;

    SeeCases(Cases cases, Applications applications, CallerSight sight) {
        this.cases = cases;
        this.applications = applications;
        this.sight = sight;
    }

    /** The case of an application, or empty when it is not submitted or the caller may not see it. */
    public Optional<Seen> find(ApplicationId id) {
        return applications
                .find(id)
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .filter(application -> sight.reaches(application.host(), "case.reading", id))
                .map(application -> new Seen(application, cases.holding(id), cases.moves(id, MOST_MOVES)));
    }
}
