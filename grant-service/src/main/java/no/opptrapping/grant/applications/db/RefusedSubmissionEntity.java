package no.opptrapping.grant.applications.db;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.Applications.RefusedSubmission;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** One submission that was answered with a problem. */
@Entity
@Table(name = "refused_submission")
class RefusedSubmissionEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    CallId callId;

    ApplicationId applicationId;

    MunicipalityId hostId;

    Instant refusedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> codes;

    @SuppressWarnings("NullAway.Init")
    protected RefusedSubmissionEntity() {}

    RefusedSubmissionEntity(RefusedSubmission refused) {
        callId = refused.application().call();
        applicationId = refused.application().id();
        hostId = refused.application().host();
        refusedAt = refused.at();
        codes = refused.codes().stream().sorted().toList();
    }
}
