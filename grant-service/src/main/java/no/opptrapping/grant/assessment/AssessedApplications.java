package no.opptrapping.grant.assessment;

import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;

/** What an allocation run by application starts from. */
public interface AssessedApplications {
    /**
     * The submitted applications of the call that are recommended to be approved, ordered by reference. One that is
     * recommended to be rejected is not among them, and is rejected when the run is adopted.
     */
    List<AssessedApplication> readyFor(CallId call);

    /** The submitted applications of the call that nobody has assessed yet, ordered by reference. */
    List<ApplicationId> notReadyFor(CallId call);
}
