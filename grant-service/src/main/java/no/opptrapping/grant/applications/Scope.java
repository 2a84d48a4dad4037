package no.opptrapping.grant.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;

/** A part of a call and what tells which applications are in it. */
public final class Scope {
    private final Call call;
    private final Optional<Integer> round;

    Scope(Call call, Optional<Integer> round) {
        this.call = call;
        this.round = round;
    }

    /** Those of the call's applications that are in it, in their order. */
    public List<Application> of(List<Application> applications) {
        return applications.stream().filter(this::covers).toList();
    }

    private boolean covers(Application application) {
        return application.round(call.parts(), Instant.MIN).equals(round);
    }
}
