package no.opptrapping.grant.assessment;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import org.jspecify.annotations.Nullable;

/** The assessments that there are. */
public interface Assessments {
    Optional<Assessment> find(AssessmentId id);

    Optional<Assessment> ofApplication(ApplicationId application);

    List<Assessment> ofCall(CallId call);

    /** Assessments after an identity, ordered by identity; of one call or of all. */
    List<Assessment> list(@Nullable CallId call, @Nullable AssessmentId after, int limit);

    void add(Assessment assessment);

    void change(Assessment assessment);
}
