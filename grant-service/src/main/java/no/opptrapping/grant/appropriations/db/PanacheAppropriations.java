package no.opptrapping.grant.appropriations.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PanacheAppropriations implements Appropriations, PanacheRepositoryBase<AppropriationEntity, AppropriationId> {
    @Override
    public Optional<Appropriation> find(AppropriationId id) {
        return findByIdOptional(id).map(entity -> whole(List.of(entity)).getFirst());
    }

    @Override
    public Optional<Appropriation> of(SchemeId scheme, Year year) {
        return whole(list(
                        "schemeId = ?1 and year = ?2 and id in (select id from AppropriationApprovalEntity)",
                        scheme,
                        year))
                .stream()
                .findFirst();
    }

    @Override
    public List<Appropriation> list(
            @Nullable SchemeId scheme, @Nullable Year year, @Nullable AppropriationId after, int limit) {
        var wanted = Conditions.none()
                .whereGiven("schemeId = :scheme", Optional.ofNullable(scheme))
                .whereGiven("year = :year", Optional.ofNullable(year))
                .whereGiven("id > :after", Optional.ofNullable(after));
        return whole(
                find(wanted.orderedBy("id"), wanted.values()).page(0, limit).list());
    }

    /** The appropriations with their revisions, and who approved which of them. */
    private List<Appropriation> whole(List<AppropriationEntity> entities) {
        var ids = entities.stream().map(entity -> entity.id).toList();
        var revisions = find(
                        "select r from AppropriationRevisionEntity r where r.appropriationId in ?1 order by r.appropriationId, r.number",
                        ids)
                .project(AppropriationRevisionEntity.class)
                .list();
        Map<AppropriationId, Appropriation.Approval> approvals = find(
                        "select a from AppropriationApprovalEntity a where a.id in ?1", ids)
                .project(AppropriationApprovalEntity.class)
                .stream()
                .collect(Collectors.toMap(one -> one.id, AppropriationApprovalEntity::approval));
        Map<UUID, Appropriation.Approval> ofRevisions = find(
                        "select a from AppropriationRevisionApprovalEntity a where a.id in ?1",
                        revisions.stream().map(revision -> revision.id).toList())
                .project(AppropriationRevisionApprovalEntity.class)
                .stream()
                .collect(Collectors.toMap(one -> one.id, AppropriationRevisionApprovalEntity::approval));
        return entities.stream()
                .map(entity -> entity.appropriation(
                        revisions.stream()
                                .filter(revision -> revision.appropriationId.equals(entity.id))
                                .map(revision -> revision.revision(Optional.ofNullable(ofRevisions.get(revision.id))))
                                .toList(),
                        Optional.ofNullable(approvals.get(entity.id))))
                .toList();
    }

    @Override
    public void add(Appropriation appropriation) {
        persistAndFlush(new AppropriationEntity(appropriation));
    }

    @Override
    public void add(AppropriationId appropriation, int number, Appropriation.Revision revision) {
        addNow(new AppropriationRevisionEntity(appropriation, number, revision));
    }

    @Override
    public void approve(Appropriation appropriation, Appropriation.Approval approval) {
        addNow(new AppropriationApprovalEntity(appropriation, approval));
    }

    @Override
    public void approve(Appropriation.Revision revision, Appropriation.Approval approval) {
        addNow(new AppropriationRevisionApprovalEntity(revision, approval));
    }

    private void addNow(Object entity) {
        getSession().persist(entity);
        flush();
    }
}
