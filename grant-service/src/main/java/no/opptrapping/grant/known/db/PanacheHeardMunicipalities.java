package no.opptrapping.grant.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Keeps them in PostgreSQL, and all of them in memory for as long as nothing has been heard of any: almost every request
 * asks who a municipality is.
 */
@ApplicationScoped
class HibernateHeardMunicipalities implements HeardMunicipalities {
    private final EntityManager session;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    HibernateHeardMunicipalities(EntityManager session) {
        this.session = session;
    }

    private record Snapshot(UUID edition, Structure structure) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(HeardMunicipality heard) {
        session.merge(new KnownMunicipalityEntity(heard));
        // Random, not counted: an edition that was rolled back never names another one's content.
        session.createQuery("update KnownMunicipalityEditionEntity set edition = :edition")
                .setParameter("edition", UUID.randomUUID())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Structure structure() {
        // The edition is written by a statement, never held back: there is nothing to flush before it is read.
        var edition = session.createQuery("select edition from KnownMunicipalityEditionEntity", UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        var known = latest.get();
        if (known != null && known.edition().equals(edition)) {
            return known.structure();
        }
        var read = new Structure(
                session.createQuery("select m.body from KnownMunicipalityEntity m", HeardMunicipality.class)
                        .getResultList());
        latest.set(new Snapshot(edition, read));
        return read;
    }
}
