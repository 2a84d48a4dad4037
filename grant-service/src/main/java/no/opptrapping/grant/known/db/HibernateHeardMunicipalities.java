package no.opptrapping.grant.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.grant.known.HeardMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * Keeps them in PostgreSQL, and all of them in memory for as long as nothing has been heard of any: almost every request
 * asks who a municipality is.
 */
@ApplicationScoped
class HibernateHeardMunicipalities implements HeardMunicipalities {
    private final EntityManager session;
    private final AtomicReference<@Nullable Picture> latest = new AtomicReference<>();

    HibernateHeardMunicipalities(EntityManager session) {
        this.session = session;
    }

    @Override
    public void keep(HeardMunicipality heard) {
        var stored = session.find(KnownMunicipalityEntity.class, heard.id().value());
        var entity = stored == null ? new KnownMunicipalityEntity(heard.id()) : stored;
        entity.hear(heard);
        if (stored == null) {
            session.persist(entity);
        }
        // Random, not counted: an edition that was rolled back never names another one's content.
        session.createQuery("update KnownMunicipalityEditionEntity set edition = :edition")
                .setParameter("edition", UUID.randomUUID())
                .executeUpdate();
    }

    @Override
    public Optional<HeardMunicipality> find(MunicipalityId id) {
        return known().find(id);
    }

    @Override
    public List<HeardMunicipality> everNumbered(MunicipalityNumber number) {
        return known().everNumbered(number);
    }

    @Override
    public List<HeardMunicipality> everHolding(OrganisationNumber number) {
        return known().everHolding(number);
    }

    @Override
    public List<HeardMunicipality> all() {
        return known().all();
    }

    @Override
    public List<HeardMunicipality> ceasedBy(LocalDate date) {
        return known().ceasedBy(date);
    }

    private Picture known() {
        // The edition is written by a statement, never held back: there is nothing to flush before it is read.
        var edition = session.createQuery("select edition from KnownMunicipalityEditionEntity", UUID.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        var remembered = latest.get();
        if (remembered != null && remembered.isOf(edition)) {
            return remembered;
        }
        var read = new Picture(
                edition,
                session
                        .createQuery("from KnownMunicipalityEntity", KnownMunicipalityEntity.class)
                        .getResultList()
                        .stream()
                        .map(KnownMunicipalityEntity::heard)
                        .toList());
        latest.set(read);
        return read;
    }
}
