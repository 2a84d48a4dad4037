package no.opptrapping.municipality.sync.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    String source;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Enumerated(EnumType.STRING)
    SyncRun.Status status;

    @Enumerated(EnumType.STRING)
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
        source = run.source().code();
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
                source(source),
                startedAt,
                Optional.ofNullable(finishedAt),
                status,
                Optional.ofNullable(reason),
                arguments,
                notices,
                Optional.ofNullable(proposal));
    }

    static Source source(String code) {
        return Source.ofCode(code).orElseThrow(() -> new IllegalStateException("No source is called " + code));
    }
}
