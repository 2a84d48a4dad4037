package no.opptrapping.grant.applications.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A municipality's one submitted application of a call. */
@Entity
@Table(name = "application_claim")
@IdClass(ApplicationClaimEntity.Key.class)
class ApplicationClaimEntity {
    @Id
    @Column(name = "call_id")
    UUID callId;

    @Id
    @Column(name = "municipality_id")
    UUID municipalityId;

    @Column(name = "application_id")
    UUID applicationId;

    record Key(UUID callId, UUID municipalityId) {}

    @SuppressWarnings("NullAway.Init")
    protected ApplicationClaimEntity() {}
}
