package no.opptrapping.grant.carryover;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;

/** The carry-overs that there are. Everything here takes part in the caller's transaction. */
public interface CarryOvers {
    Optional<CarryOver> find(CarryOverId id);

    /** The carry-over, which nobody else can change until the transaction ends. */
    Optional<CarryOver> lock(CarryOverId id);

    /** Adds one with its steps. */
    void add(CarryOver opened);

    /** Stores what has become of one that is locked: its new steps, and its requests as far as they have come. */
    void update(CarryOver changed);

    /** Carry-overs, oldest first, after the key. */
    List<CarryOver> list(Filter filter, Optional<Key> after, int limit);

    /** Which: all that are given must fit. */
    record Filter(
            Optional<SchemeId> scheme,
            Optional<Year> from,
            Optional<AwardId> award,
            Optional<CarryOver.State> state,
            Optional<Set<MunicipalityId>> recipients) {}

    /** Where a list goes on: after this one. */
    record Key(Instant openedAt, CarryOverId id) {}
}
