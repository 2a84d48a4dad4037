package no.opptrapping.grant.applications.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.MunicipalityId;

/** A municipality's one submitted application of a call. */
@Entity
@Table(name = "application_claim")
@IdClass(ApplicationClaimEntity.Key.class)
class ApplicationClaimEntity {
    @Id
    @Column(name = "call_id")
    CallId callId;

    @Id
    @Column(name = "municipality_id")
    MunicipalityId municipalityId;

    @Column(name = "application_id")
    ApplicationId applicationId;

    record Key(CallId callId, MunicipalityId municipalityId) {}

    @SuppressWarnings("NullAway.Init")
    protected ApplicationClaimEntity() {}
}
