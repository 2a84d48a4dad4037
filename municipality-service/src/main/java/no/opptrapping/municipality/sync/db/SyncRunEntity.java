package no.opptrapping.municipality.sync.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Difference;
import no.opptrapping.municipality.sync.Source;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SyncRun;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One run. */
@Entity
@Table(name = "sync_run")
class SyncRunEntity {
    @Id
    UUID id;

    Source source;

    Instant startedAt;

    @Nullable
    Instant finishedAt;

    SyncRun.Status status;

    SourceFault.@Nullable Reason reason;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> arguments;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Difference> notices;

    @Nullable
    UUID proposal;

    @SuppressWarnings("NullAway.Init")
    protected SyncRunEntity() {}

    @SuppressWarnings("NullAway.Init")
    SyncRunEntity(UUID id) {
        this.id = id;
    }

    void become(SyncRun run) {
        source = run.source();
        startedAt = run.startedAt();
        finishedAt = run.finishedAt().orElse(null);
        status = run.status();
        reason = run.reason().orElse(null);
        arguments = run.arguments();
        notices = run.notices();
        proposal = run.proposal().orElse(null);
    }

    SyncRun run() {
        return new SyncRun(
                id,
                source,
                startedAt,
                Optional.ofNullable(finishedAt),
                status,
                Optional.ofNullable(reason),
                arguments,
                notices,
                Optional.ofNullable(proposal));
    }
}
