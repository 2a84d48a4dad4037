package no.opptrapping.grant.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Shows framework allocations to everybody. */
@ApplicationScoped
@Transactional
public class SeeFrameworkAllocations {
    private final FrameworkAllocations allocations;

    SeeFrameworkAllocations(FrameworkAllocations allocations) {
        this.allocations = allocations;
    }

    /** The allocations that fit, those after the key. */
    public List<FrameworkAllocation> list(
            FrameworkAllocations.Filter filter, Optional<FrameworkAllocations.Key> after, int limit) {
        return allocations.list(filter, after, limit);
    }
}
