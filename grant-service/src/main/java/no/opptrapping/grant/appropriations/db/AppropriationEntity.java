package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.AppropriationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An appropriation as adopted. */
@Entity
@Immutable
@Table(name = "appropriation")
class AppropriationEntity {
    @Id
    UUID id;

    @Column(name = "scheme_id")
    SchemeId schemeId;

    int year;

    Kroner amount;

    String source;

    @Column(name = "incorporated_from")
    @Nullable
    SchemeId incorporatedFrom;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected AppropriationEntity() {}

    AppropriationEntity(Appropriation appropriation) {
        id = appropriation.id().value();
        schemeId = appropriation.scheme();
        year = appropriation.year().getValue();
        amount = appropriation.adopted();
        source = appropriation.source();
        incorporatedFrom = appropriation.incorporatedFrom().orElse(null);
        madeBy = appropriation.madeBy();
        madeAt = appropriation.madeAt();
    }

    Appropriation appropriation(List<Appropriation.Revision> revisions, Optional<Appropriation.Approval> approval) {
        return new Appropriation(
                new AppropriationId(id),
                schemeId,
                Year.of(year),
                amount,
                source,
                Optional.ofNullable(incorporatedFrom),
                revisions,
                madeBy,
                madeAt,
                approval);
    }
}
