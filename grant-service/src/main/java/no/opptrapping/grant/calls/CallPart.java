package no.opptrapping.grant.calls;

import java.util.Optional;

/**
 * The part of a call that is decided at once.
 *
 * @param round the number of its round, from 1; empty for a call without rounds
 */
public record CallPart(CallId call, Optional<Integer> round) {
    /** All of a call that has no parts. */
    public static CallPart whole(CallId call) {
        return new CallPart(call, Optional.empty());
    }
}
