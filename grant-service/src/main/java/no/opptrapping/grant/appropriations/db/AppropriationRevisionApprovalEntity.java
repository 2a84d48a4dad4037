package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.platform.database.Act;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A second person's approval; the proposer stands here too, so that the database can tell them apart. */
@Entity
@Immutable
@Table(name = "appropriation_revision_approval")
class AppropriationRevisionApprovalEntity {
    @Id
    @Column(name = "revision_id")
    UUID id;

    String madeBy;

    @EmbeddedColumnNaming("approved_%s")
    Act approved;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationRevisionApprovalEntity() {}

    AppropriationRevisionApprovalEntity(Appropriation.Revision revision, Appropriation.Approval approval) {
        id = revision.id();
        madeBy = revision.madeBy();
        approved = new Act(approval.by(), approval.at());
    }

    Appropriation.Approval approval() {
        return new Appropriation.Approval(approved.by(), approved.at());
    }
}
