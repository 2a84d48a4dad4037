package no.opptrapping.grant.allocation.reserve.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.allocation.reserve.OfferId;
import no.opptrapping.grant.allocation.reserve.ReserveOffer;
import no.opptrapping.grant.allocation.reserve.ReserveOffers;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

@ApplicationScoped
@Transactional
class PanacheReserveOffers implements ReserveOffers, PanacheRepositoryBase<ReserveOfferEntity, OfferId> {
    private static final String OLDEST_FIRST = "proposed.at, id";

    @Override
    public List<ReserveOffer> of(CallId call) {
        return find("callId = ?1 order by " + OLDEST_FIRST, call).stream()
                .map(ReserveOfferEntity::offer)
                .toList();
    }

    @Override
    public Kroner proposed(SchemeId scheme, Year year, Optional<CountyGovernorOfficeId> office) {
        return Kroner.sum(find("schemeId = ?1 and year = ?2 and decided.by is null", scheme, year).stream()
                .map(ReserveOfferEntity::offer)
                .filter(one -> one.office().equals(office))
                .map(ReserveOffer::amount)
                .toList());
    }

    @Override
    public Optional<ReserveOffer> find(OfferId id) {
        return findByIdOptional(id).map(ReserveOfferEntity::offer);
    }

    @Override
    public Optional<ReserveOffer> lock(OfferId id) {
        var entity = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            return Optional.empty();
        }
        getSession().refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(entity.offer());
    }

    @Override
    public void add(ReserveOffer proposed) {
        persistAndFlush(new ReserveOfferEntity(proposed));
    }

    @Override
    public void decide(ReserveOffer decided) {
        findById(decided.id()).take(decided.decision().orElseThrow());
        flush();
    }

    @Override
    public List<ReserveOffer> list(
            Optional<CallId> call,
            Optional<ReserveOffer.State> state,
            Optional<Set<CountyGovernorOfficeId>> offices,
            Optional<Key> after,
            int limit) {
        var wanted = Conditions.none().whereGiven("callId = :call", call).whereGiven("officeId in :offices", offices);
        if (state.isPresent()) {
            wanted = wanted.where(
                    switch (state.get()) {
                        case PROPOSED -> "decided.by is null";
                        case APPROVED -> "awardId is not null";
                        case REFUSED -> "decided.by is not null and awardId is null";
                    });
        }
        if (after.isPresent()) {
            wanted = wanted.whereAll(
                    "proposed.at >= :at and (proposed.at > :at or id > :id)",
                    Map.of("at", after.get().proposedAt(), "id", after.get().id()));
        }
        return find(wanted.orderedBy(OLDEST_FIRST), wanted.values()).page(0, limit).stream()
                .map(ReserveOfferEntity::offer)
                .toList();
    }
}
