package no.opptrapping.municipality.sync.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.KeptNames;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
class HibernateKeptNames implements KeptNames {
    private final EntityManager session;

    HibernateKeptNames(EntityManager session) {
        this.session = session;
    }

    @Override
    @Transactional
    public Map<MunicipalityId, OfficialNames> all() {
        return session.createQuery("from OfficialNamesEntity", OfficialNamesEntity.class).getResultList().stream()
                .collect(toMap(row -> new MunicipalityId(row.municipality), OfficialNamesEntity::official));
    }

    @Override
    @Transactional
    public Optional<OfficialNames> find(MunicipalityId municipality) {
        return Optional.ofNullable(session.find(OfficialNamesEntity.class, municipality.value()))
                .map(OfficialNamesEntity::official);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(MunicipalityId municipality, OfficialNames names) {
        var row = Optional.ofNullable(session.find(OfficialNamesEntity.class, municipality.value()))
                .orElseGet(() -> new OfficialNamesEntity(municipality));
        row.become(names);
        session.persist(row);
    }

    @Override
    @Transactional
    public long revision() {
        return session.createQuery("select coalesce(sum(version), 0) from OfficialNamesEntity", Long.class)
                .getSingleResult();
    }
}
