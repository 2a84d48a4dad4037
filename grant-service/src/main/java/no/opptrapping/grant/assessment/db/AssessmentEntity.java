package no.opptrapping.grant.assessment.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.assessment.CriterionPoints;
import no.opptrapping.grant.assessment.Judgement;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An assessment as stored. */
@Entity
@Table(name = "assessment")
class AssessmentEntity {
    @Id
    AssessmentId id;

    ApplicationId applicationId;

    CallId callId;

    Kroner assessedAmount;

    @Nullable
    BigDecimal score;

    @Nullable
    Integer rank;

    Recommendation recommendation;

    String reasons;

    @Nullable
    String rejectionReason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<CriterionPoints> points;

    int version;

    @EmbeddedColumnNaming("assessed_%s")
    Act assessed;

    @SuppressWarnings("NullAway.Init")
    protected AssessmentEntity() {}

    static AssessmentEntity of(Assessment assessment) {
        var entity = new AssessmentEntity();
        entity.id = assessment.id();
        entity.applicationId = assessment.application();
        entity.callId = assessment.call();
        entity.take(assessment);
        return entity;
    }

    final void take(Assessment assessment) {
        var judgement = assessment.judgement();
        assessedAmount = judgement.assessed();
        score = judgement.score().orElse(null);
        rank = judgement.rank().orElse(null);
        recommendation = judgement.recommendation();
        reasons = judgement.reasons();
        rejectionReason = judgement.rejectionReason().orElse(null);
        points = judgement.points();
        version = assessment.version();
        assessed = new Act(assessment.by(), assessment.at());
    }

    Assessment assessment() {
        return new Assessment(
                id,
                applicationId,
                callId,
                new Judgement(
                        assessedAmount,
                        Optional.ofNullable(score),
                        Optional.ofNullable(rank),
                        recommendation,
                        reasons,
                        points,
                        Optional.ofNullable(rejectionReason)),
                version,
                assessed.by(),
                assessed.at());
    }
}
