package no.opptrapping.grant.framework;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The framework allocations that there are. Everything here takes part in the caller's transaction. */
public interface FrameworkAllocations {
    /** Adds new ones; they are in the database when the call returns. */
    void add(List<FrameworkAllocation> allocations);

    /** Every allocation of a framework scheme's year, in its newest version. */
    List<FrameworkAllocation> of(SchemeId scheme, Year year);

    /** In the order of their keys, those after the given one, the oldest version of each first. */
    List<FrameworkAllocation> list(Filter filter, Optional<Key> after, int limit);

    /**
     * What a list is narrowed to; all that is given must fit.
     *
     * @param allVersions also those that a correction has taken the place of
     */
    record Filter(Optional<Year> year, Optional<MunicipalityNumber> number, boolean allVersions) {}

    /** Where a version of an allocation stands in the list. */
    record Key(Year year, MunicipalityNumber number, FrameworkAllocationId id, long version) {}
}
