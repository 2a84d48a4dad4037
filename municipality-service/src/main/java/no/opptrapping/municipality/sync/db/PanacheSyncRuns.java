package no.opptrapping.municipality.sync.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Source;
import no.opptrapping.municipality.sync.SyncRun;
import no.opptrapping.municipality.sync.SyncRuns;

@ApplicationScoped
class HibernateSyncRuns implements SyncRuns {
    /** The locks that let one run of a source begin at a time. */
    private static final int LOCKS = 15_000;

    private final EntityManager session;

    HibernateSyncRuns(EntityManager session) {
        this.session = session;
    }

    @Override
    public Optional<SyncRun> lockAndFindRunning(Source source) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:locks, hashtext(:source))", Integer.class)
                .setParameter("locks", LOCKS)
                .setParameter("source", source.code())
                .getSingleResult();
        return session
                .createQuery("from SyncRunEntity where source = :source and finishedAt is null", SyncRunEntity.class)
                .setParameter("source", source.code())
                .getResultList()
                .stream()
                .findFirst()
                .map(SyncRunEntity::run);
    }

    @Override
    public Optional<SyncRun> find(UUID id) {
        return Optional.ofNullable(session.find(SyncRunEntity.class, id)).map(SyncRunEntity::run);
    }

    @Override
    public void put(SyncRun run) {
        var entity = Optional.ofNullable(session.find(SyncRunEntity.class, run.id()))
                .orElseGet(() -> new SyncRunEntity(run.id()));
        entity.become(run);
        session.persist(entity);
        session.flush();
    }

    @Override
    public List<SyncRun> newest(Optional<Source> source, Optional<SyncRun> before, int limit) {
        return session
                .createQuery(
                        "from SyncRunEntity where (:source = '' or source = :source)"
                                + " and (startedAt < :at or startedAt = :at and id < :id)"
                                + " order by startedAt desc, id desc",
                        SyncRunEntity.class)
                .setParameter("source", source.map(Source::code).orElse(""))
                .setParameter("at", before.map(SyncRun::startedAt).orElse(Pages.END_OF_TIME))
                .setParameter("id", before.map(SyncRun::id).orElse(Pages.LAST))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(SyncRunEntity::run)
                .toList();
    }
}
