package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An appropriation as adopted. */
@Entity
@Immutable
@Table(name = "appropriation")
class AppropriationEntity {
    @Id
    AppropriationId id;

    SchemeId schemeId;

    Year year;

    Kroner amount;

    String source;

    @Nullable
    SchemeId incorporatedFrom;

    @EmbeddedColumnNaming("made_%s")
    Act made;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationEntity() {}

    AppropriationEntity(Appropriation appropriation) {
        id = appropriation.id();
        schemeId = appropriation.scheme();
        year = appropriation.year();
        amount = appropriation.adopted();
        source = appropriation.source();
        incorporatedFrom = appropriation.incorporatedFrom().orElse(null);
        made = new Act(appropriation.madeBy(), appropriation.madeAt());
    }

    Appropriation appropriation(List<Appropriation.Revision> revisions, Optional<Appropriation.Approval> approval) {
        return new Appropriation(
                id,
                schemeId,
                year,
                amount,
                source,
                Optional.ofNullable(incorporatedFrom),
                revisions,
                made.by(),
                made.at(),
                approval);
    }
}
