package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.ObservationKey;

/** Which values were adopted from a source itself: what was read of them elsewhere is older. */
@ApplicationScoped
public class AdoptedValues {
    private final Proposals proposals;

    AdoptedValues(Proposals proposals) {
        this.proposals = proposals;
    }

    /** The indicators and years of which something was adopted. */
    @Transactional
    public Set<ObservationKey> keys() {
        return Stream.of(Source.POPULATION, Source.KOSTRA_GROUPS)
                .flatMap(source -> proposals.adopted(source).stream())
                .flatMap(proposal -> proposal.differences().stream())
                .map(ValuesOfYear::key)
                .collect(toSet());
    }
}
