package no.opptrapping.grant.assessment.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.assessment.Assessments;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class HibernateAssessments implements Assessments {
    private final EntityManager session;

    HibernateAssessments(EntityManager session) {
        this.session = session;
    }

    @Override
    public Optional<Assessment> find(AssessmentId id) {
        var entity = session.find(AssessmentEntity.class, id.value());
        if (entity == null) {
            return Optional.empty();
        }
        session.refresh(entity);
        return Optional.of(entity.assessment());
    }

    @Override
    public Optional<Assessment> ofApplication(ApplicationId application) {
        return session
                .createQuery("from AssessmentEntity where applicationId = :application", AssessmentEntity.class)
                .setParameter("application", application)
                .getResultList()
                .stream()
                .findFirst()
                .map(AssessmentEntity::assessment);
    }

    @Override
    public List<Assessment> ofCall(CallId call) {
        return session
                .createQuery("from AssessmentEntity where callId = :call order by id", AssessmentEntity.class)
                .setParameter("call", call)
                .getResultList()
                .stream()
                .map(AssessmentEntity::assessment)
                .toList();
    }

    @Override
    public List<Assessment> list(
            @Nullable CallId call, Optional<Set<MunicipalityId>> hosts, @Nullable AssessmentId after, int limit) {
        var query = session.createNativeQuery(
                        "select s.* from assessment s"
                                + (hosts.isEmpty() ? "" : " join application a on a.id = s.application_id")
                                + " where true"
                                + (hosts.isEmpty() ? "" : " and a.host_id in (:hosts)")
                                + (call == null ? "" : " and s.call_id = :call")
                                + (after == null ? "" : " and s.id > :after")
                                + " order by s.id",
                        AssessmentEntity.class)
                .setMaxResults(limit);
        hosts.ifPresent(some -> query.setParameter(
                "hosts", some.stream().map(MunicipalityId::value).toList()));
        if (call != null) {
            query.setParameter("call", call.value());
        }
        if (after != null) {
            query.setParameter("after", after.value());
        }
        @SuppressWarnings("unchecked")
        List<AssessmentEntity> rows = query.getResultList();
        return rows.stream().map(AssessmentEntity::assessment).toList();
    }

    @Override
    public void add(Assessment assessment) {
        session.persist(AssessmentEntity.of(assessment));
    }

    @Override
    public void change(Assessment assessment) {
        session.find(AssessmentEntity.class, assessment.id().value()).take(assessment);
    }
}
