package no.opptrapping.grant.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.access.CallerSight;
import org.jspecify.annotations.Nullable;

/** Shows assessments to the administration: to a county governor those of the county's municipalities. */
@ApplicationScoped
@Transactional
public class SeeAssessments {
    private final Assessments assessments;
    private final Applications applications;
    private final CallerSight sight;

    SeeAssessments(Assessments assessments, Applications applications, CallerSight sight) {
        this.assessments = assessments;
        this.applications = applications;
        this.sight = sight;
    }

    /** The assessment, or empty when there is none or the caller may not see it. */
    public Optional<Assessment> find(AssessmentId id) {
        return assessments
                .find(id)
                .filter(assessment -> applications
                        .find(assessment.application())
                        .filter(application -> sight.reaches(application.host(), "assessment.reading", id.toString()))
                        .isPresent());
    }

    /** Those of a call or of all that the caller may see, after an identity, ordered by identity. */
    public List<Assessment> list(@Nullable CallId call, @Nullable AssessmentId after, int limit) {
        return assessments.list(call, sight.get().only(), after, limit);
    }
}
