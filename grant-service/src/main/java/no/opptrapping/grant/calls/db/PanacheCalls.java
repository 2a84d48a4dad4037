package no.opptrapping.grant.calls.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class HibernateCalls implements Calls {
    private final EntityManager session;

    HibernateCalls(EntityManager session) {
        this.session = session;
    }

    @Override
    public Optional<Call> find(CallId id) {
        return Optional.ofNullable(session.find(CallEntity.class, id.value())).map(CallEntity::call);
    }

    @Override
    public Optional<Call> lock(CallId id) {
        return locked(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Optional<Call> lockShared(CallId id) {
        return locked(id, LockModeType.PESSIMISTIC_READ);
    }

    private Optional<Call> locked(CallId id, LockModeType mode) {
        var entity = session.find(CallEntity.class, id.value(), mode);
        if (entity == null) {
            return Optional.empty();
        }
        session.refresh(entity, mode);
        return Optional.of(entity.call());
    }

    @Override
    public List<Call> list(Filter filter, @Nullable Key after, int limit) {
        var query = session.createQuery(
                        "from CallEntity where status in :statuses"
                                + (filter.scheme() == null ? "" : " and schemeId = :scheme")
                                + (filter.year() == null ? "" : " and year = :year")
                                + (after == null
                                        ? ""
                                        : " and year >= :afterYear and (year > :afterYear or id > :afterId)")
                                + " order by year, id",
                        CallEntity.class)
                .setParameter("statuses", filter.statuses())
                .setMaxResults(limit);
        if (filter.scheme() != null) {
            query.setParameter("scheme", filter.scheme());
        }
        if (filter.year() != null) {
            query.setParameter("year", filter.year().getValue());
        }
        if (after != null) {
            query.setParameter("afterYear", after.year().getValue())
                    .setParameter("afterId", after.id().value());
        }
        return query.getResultList().stream().map(CallEntity::call).toList();
    }

    @Override
    public void add(Call call) {
        session.persist(CallEntity.of(call));
    }

    @Override
    public void change(Call call) {
        session.find(CallEntity.class, call.id().value()).take(call);
    }
}
