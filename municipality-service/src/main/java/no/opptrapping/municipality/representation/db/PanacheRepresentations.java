package no.opptrapping.municipality.representation.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.representation.KeptRepresentations;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
@Transactional
class HibernateRepresentations implements KeptRepresentations {
    private final EntityManager session;

    HibernateRepresentations(EntityManager session) {
        this.session = session;
    }

    @Override
    public Kept find(MunicipalityId municipality) {
        return Optional.ofNullable(session.find(RepresentationEntity.class, municipality.value()))
                .map(row -> new Kept(row.body, row.version))
                .orElseGet(() -> new Kept(Representation.NONE, 0));
    }

    @Override
    public Kept keep(MunicipalityId municipality, Representation representation) {
        var row = Optional.ofNullable(session.find(RepresentationEntity.class, municipality.value()))
                .orElseGet(() -> new RepresentationEntity(municipality, representation));
        row.body = representation;
        row.version++;
        session.persist(row);
        session.flush();
        return new Kept(row.body, row.version);
    }

    @Override
    public Map<MunicipalityId, Representation> all() {
        return session.createQuery("from RepresentationEntity", RepresentationEntity.class).getResultList().stream()
                .collect(Collectors.toMap(row -> new MunicipalityId(row.municipality), row -> row.body));
    }
}
