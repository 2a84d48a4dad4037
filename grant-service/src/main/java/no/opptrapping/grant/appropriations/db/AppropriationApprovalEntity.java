package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A second person's approval; the proposer stands here too, so that the database can tell them apart. */
@Entity
@Immutable
@Table(name = "appropriation_approval")
class AppropriationApprovalEntity {
    @Id
    @Column(name = "appropriation_id")
    AppropriationId id;

    SchemeId schemeId;

    Year year;

    String madeBy;

    @EmbeddedColumnNaming("approved_%s")
    Act approved;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationApprovalEntity() {}

    AppropriationApprovalEntity(Appropriation appropriation, Appropriation.Approval approval) {
        id = appropriation.id();
        schemeId = appropriation.scheme();
        year = appropriation.year();
        madeBy = appropriation.madeBy();
        approved = new Act(approval.by(), approval.at());
    }

    Appropriation.Approval approval() {
        return new Appropriation.Approval(approved.by(), approved.at());
    }
}
