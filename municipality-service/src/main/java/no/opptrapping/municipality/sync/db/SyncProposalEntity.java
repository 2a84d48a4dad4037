package no.opptrapping.municipality.sync.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Difference;
import no.opptrapping.municipality.sync.Proposal;
import no.opptrapping.municipality.sync.Source;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One proposal. */
@Entity
@Table(name = "sync_proposal")
class SyncProposalEntity {
    @Id
    UUID id;

    Source source;

    Instant madeAt;

    String basis;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Difference> differences;

    Proposal.Status status;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decidedBy;

    @SuppressWarnings("NullAway.Init")
    protected SyncProposalEntity() {}

    @SuppressWarnings("NullAway.Init")
    SyncProposalEntity(UUID id) {
        this.id = id;
    }

    void become(Proposal proposal) {
        source = proposal.source();
        madeAt = proposal.madeAt();
        basis = proposal.basis();
        differences = proposal.differences();
        status = proposal.status();
        decidedAt = proposal.decidedAt().orElse(null);
        decidedBy = proposal.decidedBy().orElse(null);
    }

    Proposal proposal() {
        return new Proposal(
                id,
                source,
                madeAt,
                basis,
                differences,
                status,
                Optional.ofNullable(decidedAt),
                Optional.ofNullable(decidedBy));
    }
}
