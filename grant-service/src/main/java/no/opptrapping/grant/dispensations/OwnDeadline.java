package no.opptrapping.grant.dispensations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.platform.values.MunicipalityId;

/** A call as it is for one municipality: with a deadline of its own, where a dispensation gives it one. */
@ApplicationScoped
public class OwnDeadline {
    private final Dispensations dispensations;

    OwnDeadline(Dispensations dispensations) {
        this.dispensations = dispensations;
    }

    /** The call as it is for the municipality at the instant; nothing is asked of the database before its deadline. */
    public Call of(Call call, MunicipalityId municipality, Instant at) {
        return call.isOnTime(at)
                ? call
                : dispensations
                        .grantedUntil(call.id(), municipality)
                        .filter(until -> until.isAfter(call.deadline()))
                        .map(call::until)
                        .orElse(call);
    }
}
