package no.opptrapping.grant.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.grant.known.HeardMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

@ApplicationScoped
class HibernateHeardMunicipalities implements HeardMunicipalities {
    private final EntityManager session;

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
    }

    @Override
    public Optional<HeardMunicipality> find(MunicipalityId id) {
        return Optional.ofNullable(session.find(KnownMunicipalityEntity.class, id.value()))
                .map(KnownMunicipalityEntity::heard);
    }

    @Override
    public List<HeardMunicipality> everNumbered(MunicipalityNumber number) {
        return heard(session.createQuery(
                        "select distinct m from KnownMunicipalityEntity m join m.versions v where v.number = :number",
                        KnownMunicipalityEntity.class)
                .setParameter("number", number)
                .getResultList());
    }

    @Override
    public List<HeardMunicipality> everHolding(OrganisationNumber number) {
        return heard(session.createQuery(
                        "select distinct m from KnownMunicipalityEntity m join m.organisationNumbers o"
                                + " where o.number = :number",
                        KnownMunicipalityEntity.class)
                .setParameter("number", number)
                .getResultList());
    }

    @Override
    public List<HeardMunicipality> all() {
        return heard(session.createQuery("from KnownMunicipalityEntity", KnownMunicipalityEntity.class)
                .getResultList());
    }

    @Override
    public List<HeardMunicipality> ceasedBy(LocalDate date) {
        return heard(session.createQuery(
                        "from KnownMunicipalityEntity m where m.ceasedOn <= :date", KnownMunicipalityEntity.class)
                .setParameter("date", date)
                .getResultList());
    }

    private static List<HeardMunicipality> heard(List<KnownMunicipalityEntity> entities) {
        return entities.stream().map(KnownMunicipalityEntity::heard).toList();
    }
}
