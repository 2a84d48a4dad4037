package no.opptrapping.grant.allocation.rest;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.CompareAllocations;
import no.opptrapping.grant.allocation.RunId;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** What a run is to be compared with, as the query says. */
record ComparisonQuery(
        @Nullable List<UUID> with,
        @Nullable Integer awardsOf,
        @Nullable UUID awardsScheme,
        String beyond) {
    /** Kroner per inhabitant: digits and at most four decimals. */
    static final String KRONER = "^[0-9]{1,9}(\\.[0-9]{1,4})?$";

    boolean isEmpty() {
        return (with == null || with.isEmpty()) && awardsOf == null;
    }

    CompareAllocations.Command command(UUID run) {
        return new CompareAllocations.Command(
                new RunId(run),
                Optional.ofNullable(with).orElseGet(List::of).stream()
                        .map(RunId::new)
                        .toList(),
                Optional.ofNullable(awardsOf)
                        .map(year -> new CompareAllocations.AwardsOf(
                                Optional.ofNullable(awardsScheme).map(SchemeId::new), Year.of(year))),
                Decimal.of(beyond));
    }
}
