package no.opptrapping.grant.assessment.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.assessment.Judgement;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** An assessment as stored. */
@Entity
@Table(name = "assessment")
class AssessmentEntity {
    @Id
    UUID id;

    @Column(name = "application_id")
    ApplicationId applicationId;

    @Column(name = "call_id")
    CallId callId;

    @Column(name = "assessed_amount")
    Kroner assessedAmount;

    @Nullable
    BigDecimal score;

    @Nullable
    Integer rank;

    @Enumerated(EnumType.STRING)
    Recommendation recommendation;

    String reasons;

    int version;

    @Column(name = "assessed_by")
    String assessedBy;

    @Column(name = "assessed_at")
    Instant assessedAt;

    @SuppressWarnings("NullAway.Init")
    protected AssessmentEntity() {}

    static AssessmentEntity of(Assessment assessment) {
        var entity = new AssessmentEntity();
        entity.id = assessment.id().value();
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
        version = assessment.version();
        assessedBy = assessment.by();
        assessedAt = assessment.at();
    }

    Assessment assessment() {
        return new Assessment(
                new AssessmentId(id),
                applicationId,
                callId,
                new Judgement(
                        assessedAmount, Optional.ofNullable(score), Optional.ofNullable(rank), recommendation, reasons),
                version,
                assessedBy,
                assessedAt);
    }
}
