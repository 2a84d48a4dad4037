package no.opptrapping.grant.calls;

import java.util.Optional;

/** The calls that there are. */
public interface Calls {
    Optional<Call> find(CallId id);
}
