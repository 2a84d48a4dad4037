package no.opptrapping.municipality.registry.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.Register;

@ApplicationScoped
class HibernateMunicipalities implements Municipalities {
    private final EntityManager session;

    HibernateMunicipalities(EntityManager session) {
        this.session = session;
    }

    @Override
    public long revision() {
        return session.createQuery("select revision from RegisterStateEntity", Long.class)
                .getSingleResult();
    }

    @Override
    public Register load() {
        // A query alone would not write what has changed only in the collections, and to let go of that is to lose it.
        session.flush();
        return new Register(
                all(MunicipalityEntity.class, MunicipalityEntity::municipality),
                all(CountyEntity.class, CountyEntity::county),
                new Lineage(all(StructureChangeEntity.class, StructureChangeEntity::change)));
    }

    /** Everything of a kind; the session lets go of it again, or it would look through all of it at every later flush. */
    private <E, V> List<V> all(Class<E> kind, Function<E, V> value) {
        var found = session.createQuery("from " + kind.getSimpleName(), kind).getResultList();
        var values = found.stream().map(value).toList();
        found.forEach(session::detach);
        return values;
    }

    @Override
    public String lock() {
        return state(LockModeType.PESSIMISTIC_WRITE).edition;
    }

    @Override
    public void changed(String edition) {
        var state = state(LockModeType.PESSIMISTIC_WRITE);
        state.revision++;
        state.edition = edition;
    }

    @Override
    public void put(Municipality municipality) {
        var entity = Optional.ofNullable(
                        session.find(MunicipalityEntity.class, municipality.id().value()))
                .orElseGet(() -> new MunicipalityEntity(municipality.id()));
        entity.become(municipality);
        session.persist(entity);
    }

    @Override
    public void put(StructureChange change) {
        var entity = Optional.ofNullable(session.find(StructureChangeEntity.class, change.key()))
                .orElseGet(() -> new StructureChangeEntity(change.key()));
        entity.become(change);
        session.persist(entity);
    }

    @Override
    public void put(County county) {
        var entity = Optional.ofNullable(session.find(CountyEntity.class, county.number()))
                .orElseGet(() -> new CountyEntity(county.number()));
        entity.become(county);
        session.persist(entity);
    }

    private RegisterStateEntity state(LockModeType mode) {
        return session.find(RegisterStateEntity.class, RegisterStateEntity.ONLY, mode);
    }
}
