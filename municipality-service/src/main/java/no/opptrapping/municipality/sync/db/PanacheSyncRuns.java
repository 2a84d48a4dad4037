package no.opptrapping.municipality.sync.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Source;
import no.opptrapping.municipality.sync.SyncRun;
import no.opptrapping.municipality.sync.SyncRuns;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.PlainSql;

@ApplicationScoped
class PanacheSyncRuns implements SyncRuns, PanacheRepositoryBase<SyncRunEntity, UUID> {
    private final PlainSql sql;

    PanacheSyncRuns(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SyncRun> lockAndFindRunning(Source source) {
        sql.lock("sync run of " + source.code());
        return find("source = ?1 and finishedAt is null", source)
                .singleResultOptional()
                .map(SyncRunEntity::run);
    }

    @Override
    public Optional<SyncRun> find(UUID id) {
        return findByIdOptional(id).map(SyncRunEntity::run);
    }

    @Override
    public void put(SyncRun run) {
        var entity = findByIdOptional(run.id()).orElseGet(() -> new SyncRunEntity(run.id()));
        entity.become(run);
        persistAndFlush(entity);
    }

    @Override
    public List<SyncRun> newest(Optional<Source> source, Optional<SyncRun> before, int limit) {
        var wanted = Conditions.none()
                .whereGiven("source = :source", source)
                .whereAll(
                        "(startedAt < :at or startedAt = :at and id < :id)",
                        Pages.before(before, SyncRun::startedAt, SyncRun::id));
        return find(wanted.orderedBy("startedAt desc, id desc"), wanted.values()).page(0, limit).stream()
                .map(SyncRunEntity::run)
                .toList();
    }
}
