package no.opptrapping.grant.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** The assessments that there are. */
public interface Assessments {
    Optional<Assessment> find(AssessmentId id);

    Optional<Assessment> ofApplication(ApplicationId application);

    List<Assessment> ofCall(CallId call);

    /**
     * Assessments after an identity, ordered by identity; of one call or of all.
     *
     * @param hosts of whose applications; all when empty
     */
    List<Assessment> list(
            @Nullable CallId call, Optional<Set<MunicipalityId>> hosts, @Nullable AssessmentId after, int limit);

    void add(Assessment assessment);

    void change(Assessment assessment);
}
