package no.opptrapping.grant.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Shows framework allocations to everybody. */
@ApplicationScoped
@Transactional
public class SeeFrameworkAllocations {
    private final FrameworkAllocations allocations;

    SeeFrameworkAllocations(FrameworkAllocations allocations) {
        this.allocations = allocations;
    }

    /** The allocations of a year and a number, when given, those after the key. */
    public List<FrameworkAllocation> list(
            Optional<Year> year,
            Optional<MunicipalityNumber> number,
            Optional<FrameworkAllocations.Key> after,
            int limit) {
        return allocations.list(year, number, after, limit);
    }
}
