package no.opptrapping.grant.framework.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocations;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The framework allocations through Hibernate. */
@ApplicationScoped
class EntityFrameworkAllocations implements FrameworkAllocations {
    private final EntityManager session;

    EntityFrameworkAllocations(EntityManager session) {
        this.session = session;
    }

    @Override
    public void add(List<FrameworkAllocation> allocations) {
        allocations.forEach(allocation -> session.persist(FrameworkAllocationEntity.of(allocation)));
        session.flush();
    }

    @Override
    public List<FrameworkAllocation> of(SchemeId scheme, Year year) {
        return session
                .createQuery("""
                        from FrameworkAllocationEntity f where f.schemeId = :scheme and f.year = :year
                        order by f.municipalityNumber
                        """, FrameworkAllocationEntity.class)
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.getValue())
                .getResultList()
                .stream()
                .map(FrameworkAllocationEntity::toAllocation)
                .toList();
    }

    @Override
    public List<FrameworkAllocation> list(
            Optional<Year> year, Optional<MunicipalityNumber> number, Optional<Key> after, int limit) {
        var text = new StringBuilder("from FrameworkAllocationEntity f where 1 = 1");
        var arguments = new HashMap<String, Object>();
        year.ifPresent(one -> {
            text.append(" and f.year = :year");
            arguments.put("year", one.getValue());
        });
        number.ifPresent(one -> {
            text.append(" and f.municipalityNumber = :number");
            arguments.put("number", one.value());
        });
        after.ifPresent(key -> {
            text.append(" and f.year >= :afterYear and (f.year > :afterYear or f.municipalityNumber > :afterNumber"
                    + " or f.municipalityNumber = :afterNumber and f.id > :afterId)");
            arguments.put("afterYear", key.year().getValue());
            arguments.put("afterNumber", key.number().value());
            arguments.put("afterId", key.id().value());
        });
        var query = session.createQuery(
                text.append(" order by f.year, f.municipalityNumber, f.id").toString(),
                FrameworkAllocationEntity.class);
        arguments.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList().stream()
                .map(FrameworkAllocationEntity::toAllocation)
                .toList();
    }
}
