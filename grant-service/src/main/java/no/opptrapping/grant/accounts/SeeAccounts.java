package no.opptrapping.grant.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.platform.access.CallerSight;

/** Shows an award's accounts to the municipality that holds it and to the administration. */
@ApplicationScoped
public class SeeAccounts {
    private final Awards awards;
    private final Accounts accounts;
    private final CallerSight sight;

    SeeAccounts(Awards awards, Accounts accounts, CallerSight sight) {
        this.awards = awards;
        this.accounts = accounts;
        this.sight = sight;
    }

    /** Those after the number, oldest first; empty when there is no such award or it is not the caller's. */
    @Transactional
    public Optional<List<AwardAccount>> of(AwardId id, int after, int limit) {
        return awards.find(id)
                .filter(award -> sight.reaches(award.recipient().municipality(), "award.accounts", id))
                .map(_ -> accounts.of(id, after, limit));
    }
}
