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

    /** Every allocation of a framework scheme's year. */
    List<FrameworkAllocation> of(SchemeId scheme, Year year);

    /** In the order of their keys, those after the given one; all filters that are given must fit. */
    List<FrameworkAllocation> list(
            Optional<Year> year, Optional<MunicipalityNumber> number, Optional<Key> after, int limit);

    /** Where an allocation stands in the list. */
    record Key(Year year, MunicipalityNumber number, FrameworkAllocationId id) {}
}
