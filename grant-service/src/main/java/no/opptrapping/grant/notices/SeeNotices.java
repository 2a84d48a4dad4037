package no.opptrapping.grant.notices;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.values.MunicipalityId;

/** Shows a municipality what it, and those that left their duties to it, have been told. */
@ApplicationScoped
public class SeeNotices {
    private final KeptNotices kept;
    private final CallerSight sight;

    SeeNotices(KeptNotices kept, CallerSight sight) {
        this.kept = kept;
        this.sight = sight;
    }

    /** The notices of the municipality that calls after the number, at most so many; none for others than municipalities. */
    @Transactional(Transactional.TxType.NEVER)
    public List<KeptNotices.Numbered> after(long number, int limit) {
        return sight.get() instanceof Sight.Own own ? after(own.municipalities(), number, limit) : List.of();
    }

    /** The notices of the municipalities after the number: a later one never comes in before one that has been read. */
    @Transactional(Transactional.TxType.NEVER)
    public List<KeptNotices.Numbered> after(Set<MunicipalityId> to, long number, int limit) {
        boolean more;
        do {
            more = QuarkusTransaction.requiringNew().call(kept::number);
        } while (more);
        return QuarkusTransaction.requiringNew().call(() -> kept.after(to, number, limit));
    }
}
