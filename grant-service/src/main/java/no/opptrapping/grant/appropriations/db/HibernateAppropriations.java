package no.opptrapping.grant.appropriations.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class HibernateAppropriations implements Appropriations {
    private final EntityManager session;

    HibernateAppropriations(EntityManager session) {
        this.session = session;
    }

    @Override
    public Optional<Appropriation> find(AppropriationId id) {
        return Optional.ofNullable(session.find(AppropriationEntity.class, id.value()))
                .map(entity -> entity.appropriation(revisions(List.of(id))));
    }

    @Override
    public Optional<Appropriation> of(SchemeId scheme, Year year) {
        return list(scheme, year, null, 1).stream().findFirst();
    }

    @Override
    public List<Appropriation> list(
            @Nullable SchemeId scheme, @Nullable Year year, @Nullable AppropriationId after, int limit) {
        var query = session.createQuery(
                        "from AppropriationEntity where 1 = 1"
                                + (scheme == null ? "" : " and schemeId = :scheme")
                                + (year == null ? "" : " and year = :year")
                                + (after == null ? "" : " and id > :after")
                                + " order by id",
                        AppropriationEntity.class)
                .setMaxResults(limit);
        if (scheme != null) {
            query.setParameter("scheme", scheme);
        }
        if (year != null) {
            query.setParameter("year", year.getValue());
        }
        if (after != null) {
            query.setParameter("after", after.value());
        }
        var entities = query.getResultList();
        var revisions = revisions(entities.stream()
                        .map(entity -> new AppropriationId(entity.id))
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(revision -> revision.appropriationId));
        return entities.stream()
                .map(entity -> entity.appropriation(revisions.getOrDefault(new AppropriationId(entity.id), List.of())))
                .toList();
    }

    private List<AppropriationRevisionEntity> revisions(List<AppropriationId> ids) {
        return session.createQuery(
                        "from AppropriationRevisionEntity where appropriationId in :ids order by appropriationId, number",
                        AppropriationRevisionEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    @Override
    public void add(Appropriation appropriation) {
        session.persist(new AppropriationEntity(appropriation));
        session.flush();
    }

    @Override
    public void add(AppropriationId appropriation, int number, Appropriation.Revision revision) {
        session.persist(new AppropriationRevisionEntity(appropriation, number, revision));
        session.flush();
    }
}
