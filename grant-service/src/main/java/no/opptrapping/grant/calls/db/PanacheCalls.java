package no.opptrapping.grant.calls.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.LockedRow;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PanacheCalls implements Calls, PanacheRepositoryBase<CallEntity, CallId> {
    @Override
    public Optional<Call> find(CallId id) {
        return findByIdOptional(id).map(CallEntity::call);
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
        return LockedRow.of(getSession(), CallEntity.class, id, mode).map(CallEntity::call);
    }

    @Override
    public List<Call> list(Filter filter, @Nullable Key after, int limit) {
        var wanted = Conditions.none()
                .where("status in :statuses", filter.statuses())
                .whereGiven("schemeId = :scheme", Optional.ofNullable(filter.scheme()))
                .whereGiven("year = :year", Optional.ofNullable(filter.year()));
        if (after != null) {
            wanted = wanted.whereAll(
                    "year >= :afterYear and (year > :afterYear or id > :afterId)",
                    Map.of("afterYear", after.year(), "afterId", after.id()));
        }
        return find(wanted.orderedBy("year, id"), wanted.values()).page(0, limit).stream()
                .map(CallEntity::call)
                .toList();
    }

    @Override
    public void add(Call call) {
        persist(CallEntity.of(call));
    }

    @Override
    public void change(Call call) {
        findById(call.id()).take(call);
    }
}
