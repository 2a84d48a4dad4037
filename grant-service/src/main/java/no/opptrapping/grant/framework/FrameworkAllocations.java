package no.opptrapping.grant.framework;

import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;

/** The framework allocations that there are. Everything here takes part in the caller's transaction. */
public interface FrameworkAllocations {
    /** Adds new ones; they are in the database when the call returns. */
    void add(List<FrameworkAllocation> allocations);

    /** Every allocation of a framework scheme's year. */
    List<FrameworkAllocation> of(SchemeId scheme, Year year);

    /** In the order of year, number and identity, those after the given key; all filters that are given must fit. */
    List<FrameworkAllocation> list(
            Optional<Year> year, Optional<Collection<MunicipalityId>> municipalities, List<String> after, int limit);
}
