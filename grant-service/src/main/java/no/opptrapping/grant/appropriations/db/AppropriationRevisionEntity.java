package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.Immutable;

/** One revision of an appropriation. */
@Entity
@Immutable
@Table(name = "appropriation_revision")
class AppropriationRevisionEntity {
    @Id
    UUID id;

    @Column(name = "appropriation_id")
    AppropriationId appropriationId;

    int number;

    Kroner change;

    String reason;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationRevisionEntity() {}

    AppropriationRevisionEntity(AppropriationId appropriation, int number, Appropriation.Revision revision) {
        id = revision.id();
        appropriationId = appropriation;
        this.number = number;
        change = revision.change();
        reason = revision.reason();
        madeBy = revision.madeBy();
        madeAt = revision.madeAt();
    }

    Appropriation.Revision revision(Optional<Appropriation.Approval> approval) {
        return new Appropriation.Revision(id, change, reason, madeBy, madeAt, approval);
    }
}
