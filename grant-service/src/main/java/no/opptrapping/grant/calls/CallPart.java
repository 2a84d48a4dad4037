package no.opptrapping.grant.calls;

import java.util.Optional;
import no.opptrapping.platform.values.CountyGovernorOfficeId;

/**
 * The part of a call that is decided at once.
 *
 * @param round the number of its round, from 1; empty for a call without rounds
 * @param office the county governor's office that decides it; empty where the Directorate decides
 */
public record CallPart(CallId call, Optional<Integer> round, Optional<CountyGovernorOfficeId> office) {
    /** All of a call that has no parts. */
    public static CallPart whole(CallId call) {
        return new CallPart(call, Optional.empty(), Optional.empty());
    }

    /** The same office's part of another round. */
    public CallPart of(int other) {
        return new CallPart(call, Optional.of(other), office);
    }
}
