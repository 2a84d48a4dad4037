package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** One revision of an appropriation. */
@Entity
@Immutable
@Table(name = "appropriation_revision")
class AppropriationRevisionEntity {
    @Id
    UUID id;

    AppropriationId appropriationId;

    int number;

    Kroner change;

    String reason;

    @EmbeddedColumnNaming("made_%s")
    Act made;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationRevisionEntity() {}

    AppropriationRevisionEntity(AppropriationId appropriation, int number, Appropriation.Revision revision) {
        id = revision.id();
        appropriationId = appropriation;
        this.number = number;
        change = revision.change();
        reason = revision.reason();
        made = new Act(revision.madeBy(), revision.madeAt());
    }

    Appropriation.Revision revision(Optional<Appropriation.Approval> approval) {
        return new Appropriation.Revision(id, change, reason, made.by(), made.at(), approval);
    }
}
