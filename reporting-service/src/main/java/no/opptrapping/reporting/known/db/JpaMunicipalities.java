package no.opptrapping.reporting.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.reporting.known.KnownMunicipalities;
import org.jspecify.annotations.Nullable;

/** Keeps municipalities in PostgreSQL, and in memory for as long as nothing has been heard of any of them. */
@ApplicationScoped
class JpaMunicipalities implements KnownMunicipalities {
    private final EntityManager entities;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    JpaMunicipalities(EntityManager entities) {
        this.entities = entities;
    }

    private record Snapshot(UUID edition, Structure structure) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(HeardMunicipality municipality, long version) {
        entities.merge(new MunicipalityEntity(municipality, version));
        // Random, not counted: an edition that was rolled back never names another one's content.
        entities.createQuery("update MunicipalityEditionEntity set edition = :edition")
                .setParameter("edition", UUID.randomUUID())
                .executeUpdate();
    }

    @Override
    @Transactional
    public Structure structure() {
        // The edition is written by a statement, never held back: there is nothing to flush before it is read.
        var edition = entities.createQuery("select edition from MunicipalityEditionEntity", UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        var known = latest.get();
        if (known != null && known.edition().equals(edition)) {
            return known.structure();
        }
        var read =
                new Structure(entities.createQuery("select m.body from MunicipalityEntity m", HeardMunicipality.class)
                        .getResultList());
        latest.set(new Snapshot(edition, read));
        return read;
    }
}
