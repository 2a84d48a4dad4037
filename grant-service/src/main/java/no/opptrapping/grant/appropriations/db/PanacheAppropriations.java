package no.opptrapping.grant.appropriations.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                .map(entity -> whole(List.of(entity)).getFirst());
    }

    @Override
    public Optional<Appropriation> of(SchemeId scheme, Year year) {
        var approved = session.createQuery(
                        "from AppropriationEntity a where a.schemeId = :scheme and a.year = :year"
                                + " and a.id in (select id from AppropriationApprovalEntity)",
                        AppropriationEntity.class)
                .setParameter("scheme", scheme)
                .setParameter("year", year.getValue())
                .getResultList();
        return whole(approved).stream().findFirst();
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
        return whole(query.getResultList());
    }

    /** The appropriations with their revisions, and who approved which of them. */
    private List<Appropriation> whole(List<AppropriationEntity> entities) {
        var revisions = revisions(
                entities.stream().map(entity -> new AppropriationId(entity.id)).toList());
        var approvals = new HashMap<UUID, Appropriation.Approval>();
        session.createQuery("from AppropriationApprovalEntity where id in :ids", AppropriationApprovalEntity.class)
                .setParameter("ids", entities.stream().map(entity -> entity.id).toList())
                .getResultList()
                .forEach(one -> approvals.put(one.id, one.approval()));
        session.createQuery(
                        "from AppropriationRevisionApprovalEntity where id in :ids",
                        AppropriationRevisionApprovalEntity.class)
                .setParameter(
                        "ids", revisions.stream().map(revision -> revision.id).toList())
                .getResultList()
                .forEach(one -> approvals.put(one.id, one.approval()));
        return entities.stream()
                .map(entity -> entity.appropriation(
                        revisions.stream()
                                .filter(revision ->
                                        revision.appropriationId.value().equals(entity.id))
                                .map(revision -> revision.revision(Optional.ofNullable(approvals.get(revision.id))))
                                .toList(),
                        Optional.ofNullable(approvals.get(entity.id))))
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

    @Override
    public void approve(Appropriation appropriation, Appropriation.Approval approval) {
        session.persist(new AppropriationApprovalEntity(appropriation, approval));
        session.flush();
    }

    @Override
    public void approve(Appropriation.Revision revision, Appropriation.Approval approval) {
        session.persist(new AppropriationRevisionApprovalEntity(revision, approval));
        session.flush();
    }
}
