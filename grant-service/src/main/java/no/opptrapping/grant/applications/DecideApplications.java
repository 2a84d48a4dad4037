package no.opptrapping.grant.applications;

import java.util.List;
import java.util.Map;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;

/** Decides (vedtar) every submitted application of a call when its allocation run is adopted. */
public interface DecideApplications {
    /** What became of it. */
    sealed interface Outcome {
        /** Every submitted application of the call is approved or rejected, and the call is closed. */
        record Decided(List<ApplicationId> approved, List<ApplicationId> rejected) implements Outcome {}

        /** Nothing is changed: applications that were to get money are withdrawn, decided or of another call. */
        record NoLongerSubmitted(List<ApplicationId> applications) implements Outcome {}

        /** Nothing is changed: the call's deadline has not passed, or it is not announced. */
        record CallNotOver(CallId call) implements Outcome {}
    }

    /**
     * Approves those with an amount above zero and rejects every other submitted application of the call, in the
     * caller's transaction.
     *
     * @param awarded what each gets; those that are missing get nothing
     * @param decidedBy the subject of the person who adopted the run
     */
    Outcome decide(CallId call, Map<ApplicationId, Kroner> awarded, String decidedBy);
}
