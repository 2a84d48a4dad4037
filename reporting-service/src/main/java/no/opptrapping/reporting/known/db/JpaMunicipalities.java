package no.opptrapping.reporting.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.known.KnownMunicipality;
import no.opptrapping.reporting.known.Structure;
import org.jspecify.annotations.Nullable;

/** Keeps municipalities in PostgreSQL, and in memory for as long as nothing has been heard of any of them. */
@ApplicationScoped
class JpaMunicipalities implements KnownMunicipalities {
    private final EntityManager entities;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    JpaMunicipalities(EntityManager entities) {
        this.entities = entities;
    }

    /** Every new version changes the sum, and versions never decrease. */
    private record Edition(long municipalities, long sumOfVersions) {}

    private record Snapshot(Edition edition, Structure structure) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownMunicipality municipality, long version) {
        entities.merge(new MunicipalityEntity(municipality, version));
    }

    @Override
    @Transactional
    public Structure structure() {
        var edition = entities.createQuery(
                        "select count(m), coalesce(sum(m.version), 0) from MunicipalityEntity m", Edition.class)
                .getSingleResult();
        var known = latest.get();
        if (known != null && known.edition().equals(edition)) {
            return known.structure();
        }
        var read =
                new Structure(entities.createQuery("select m.body from MunicipalityEntity m", KnownMunicipality.class)
                        .getResultList());
        latest.set(new Snapshot(edition, read));
        return read;
    }
}
