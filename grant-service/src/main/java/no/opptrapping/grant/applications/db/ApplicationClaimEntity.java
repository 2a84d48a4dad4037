package no.opptrapping.grant.applications.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.MunicipalityId;

/** A municipality's one submitted application of a call. */
@Entity
@Table(name = "application_claim")
class ApplicationClaimEntity {
    @EmbeddedId
    Key key;

    ApplicationId applicationId;

    @Embeddable
    record Key(CallId callId, MunicipalityId municipalityId) {}

    @SuppressWarnings("NullAway.Init")
    protected ApplicationClaimEntity() {}
}
