package no.opptrapping.grant.dispensations;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;

/** The dispensations that there are, and the outages that propose them. */
public interface Dispensations {
    /** Until when the municipality may submit by a dispensation that is granted; empty when it has none. */
    Optional<Instant> grantedUntil(CallId call, MunicipalityId municipality);

    /** Until when somebody may still submit by a dispensation of which nothing has come yet; empty when nobody may. */
    Optional<Instant> openUntil(CallId call, Instant now);

    Optional<Dispensation> find(DispensationId id);

    /** The dispensation, which nobody else can decide until the caller's transaction ends. */
    Optional<Dispensation> lock(DispensationId id);

    /** Adds a proposal; false when the municipality has one that is not refused. */
    @CanIgnoreReturnValue
    boolean add(Dispensation proposed);

    /** Stores what was decided of a proposal that the caller has locked. */
    void decide(Dispensation decided);

    /**
     * Dispensations, oldest first; what is empty does not matter.
     *
     * @param municipalities whose
     * @param decidedOnly without those that wait for a second person
     */
    record Filter(
            Optional<CallId> call,
            Optional<Set<MunicipalityId>> municipalities,
            Optional<Dispensation.State> state,
            boolean decidedOnly) {}

    /** Where a list goes on: after this one. */
    record Key(Instant proposedAt, DispensationId id) {}

    List<Dispensation> list(Filter filter, Optional<Key> after, int limit);

    /** Whom an outage has hit: a draft of the municipality could not be submitted because of it. */
    record Hit(CallId call, SchemeId scheme, MunicipalityId municipality) {}

    /**
     * Everybody with a draft of an announced call whose deadline lies in the outage, or who was refused in it, where the
     * deadline would have passed by then and the municipality has not applied otherwise.
     */
    List<Hit> hitBy(Instant from, Instant to, Instant until);

    void add(Outage outage);

    /** Whether there is such an outage in the log. */
    boolean isOutage(UUID id);

    /** What the outage proposed and nobody has decided, oldest first, at most {@code limit}. */
    List<DispensationId> proposedFor(UUID outage, int limit);

    /** Outages after that one, the newest first. */
    List<Outage> outages(Optional<OutageKey> after, int limit);

    /** Where the outage log goes on. */
    record OutageKey(Instant from, UUID id) {}
}
