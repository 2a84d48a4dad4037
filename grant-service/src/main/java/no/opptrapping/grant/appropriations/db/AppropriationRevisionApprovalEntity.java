package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import org.hibernate.annotations.Immutable;

/** A second person's approval; the proposer stands here too, so that the database can tell them apart. */
@Entity
@Immutable
@Table(name = "appropriation_revision_approval")
class AppropriationRevisionApprovalEntity {
    @Id
    @Column(name = "revision_id")
    UUID id;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationRevisionApprovalEntity() {}

    AppropriationRevisionApprovalEntity(Appropriation.Revision approved, Appropriation.Approval approval) {
        id = approved.id();
        madeBy = approved.madeBy();
        approvedBy = approval.by();
        approvedAt = approval.at();
    }

    Appropriation.Approval approval() {
        return new Appropriation.Approval(approvedBy, approvedAt);
    }
}
