package no.opptrapping.municipality.registry.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
class PanacheMunicipalities implements Municipalities, PanacheRepositoryBase<MunicipalityEntity, MunicipalityId> {
    @Override
    public long revision() {
        return find("select revision from RegisterStateEntity")
                .project(Long.class)
                .singleResult();
    }

    @Override
    public Register load() {
        // A query alone would not write what has changed only in the collections, and to let go of that is to lose it.
        flush();
        return new Register(
                all(MunicipalityEntity.class, MunicipalityEntity::municipality),
                all(CountyEntity.class, CountyEntity::county),
                new Lineage(all(StructureChangeEntity.class, StructureChangeEntity::change)));
    }

    /** Everything of a kind; the session lets go of it again, or it would look through all of it at every later flush. */
    private <E, V> List<V> all(Class<E> kind, Function<E, V> value) {
        var found = find("select one from " + kind.getSimpleName() + " one")
                .project(kind)
                .list();
        var values = found.stream().map(value).toList();
        found.forEach(getSession()::detach);
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
        var entity = findByIdOptional(municipality.id()).orElseGet(() -> new MunicipalityEntity(municipality.id()));
        entity.become(municipality);
        persist(entity);
    }

    @Override
    public void put(StructureChange change) {
        var entity = Optional.ofNullable(getSession().find(StructureChangeEntity.class, change.key()))
                .orElseGet(() -> new StructureChangeEntity(change.key()));
        entity.become(change);
        getSession().persist(entity);
    }

    @Override
    public void put(County county) {
        var entity = Optional.ofNullable(getSession().find(CountyEntity.class, county.number()))
                .orElseGet(() -> new CountyEntity(county.number()));
        entity.become(county);
        getSession().persist(entity);
    }

    private RegisterStateEntity state(LockModeType mode) {
        return getSession().find(RegisterStateEntity.class, RegisterStateEntity.ONLY, mode);
    }
}
