package no.opptrapping.grant.assessment.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.assessment.Assessments;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PanacheAssessments implements Assessments, PanacheRepositoryBase<AssessmentEntity, AssessmentId> {
    private final PostgresAssessmentsOfHosts assessments;

    PanacheAssessments(PostgresAssessmentsOfHosts assessments) {
        this.assessments = assessments;
    }

    @Override
    public Optional<Assessment> find(AssessmentId id) {
        var entity = findById(id);
        if (entity == null) {
            return Optional.empty();
        }
        getSession().refresh(entity);
        return Optional.of(entity.assessment());
    }

    @Override
    public Optional<Assessment> ofApplication(ApplicationId application) {
        return find("applicationId = ?1", application).singleResultOptional().map(AssessmentEntity::assessment);
    }

    @Override
    public List<Assessment> ofCall(CallId call) {
        return read(list("callId = ?1 order by id", call));
    }

    @Override
    public List<Assessment> list(
            @Nullable CallId call, Optional<Set<MunicipalityId>> hosts, @Nullable AssessmentId after, int limit) {
        var wanted = Conditions.none()
                // Of the hosts' own applications: along everybody's assessments it is far between those of a few.
                .whereGiven("s.id in :ids", hosts.map(some -> assessments.of(some, call)))
                .whereGiven("s.callId = :call", Optional.ofNullable(call))
                .whereGiven("s.id > :after", Optional.ofNullable(after));
        return read(find("select s from AssessmentEntity s" + wanted.whereOrderedBy("s.id"), wanted.values())
                .page(0, limit)
                .list());
    }

    @Override
    public void add(Assessment assessment) {
        persist(AssessmentEntity.of(assessment));
    }

    @Override
    public void change(Assessment assessment) {
        findById(assessment.id()).take(assessment);
    }

    private static List<Assessment> read(List<AssessmentEntity> entities) {
        return entities.stream().map(AssessmentEntity::assessment).toList();
    }
}
