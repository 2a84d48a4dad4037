package no.opptrapping.platform.attachments.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.AttachmentHolder;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.AttachmentState;
import no.opptrapping.platform.attachments.Attachments;
import no.opptrapping.platform.attachments.FileType;
import no.opptrapping.platform.attachments.HolderRoom;
import no.opptrapping.platform.attachments.StoreKind;
import no.opptrapping.platform.database.PlainSql;

/** Attachments in plain SQL: platform has no entities, and their holders are counted by the database itself. */
@ApplicationScoped
class PostgresAttachments implements Attachments {
    private static final String COLUMNS = """
            select a.id, a.number, a.holder_kind, a.holder_id, a.name, a.type, a.bytes, a.sha256, a.state, a.store,
                   a.added_at, a.added_by, a.removed_at
            from attachment a
            """;

    private final PlainSql sql;

    PostgresAttachments(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public HolderRoom lock(AttachmentHolder holder) {
        sql.update(
                "insert into attachment_holder (kind, id) values (?, ?) on conflict do nothing",
                holder.kind(),
                holder.id());
        return sql.one(
                "select files, bytes, frozen_at is not null from attachment_holder where kind = ? and id = ? for update",
                row -> new HolderRoom(row.getInt(1), row.getLong(2), row.getBoolean(3)),
                holder.kind(),
                holder.id());
    }

    @Override
    public Attachment add(Attachment one) {
        sql.update(
                """
                insert into attachment
                    (id, holder_kind, holder_id, name, type, bytes, sha256, state, store, added_at, added_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                one.id().value(),
                one.holder().kind(),
                one.holder().id(),
                one.name(),
                one.type().code(),
                one.bytes(),
                one.sha256(),
                one.state().code(),
                one.store().code(),
                one.addedAt(),
                one.addedBy());
        return find(one.holder(), one.id()).orElseThrow();
    }

    @Override
    public Optional<Attachment> find(AttachmentHolder holder, AttachmentId id) {
        return sql.first(
                COLUMNS + " where a.id = ? and a.holder_kind = ? and a.holder_id = ?",
                PostgresAttachments::read,
                id.value(),
                holder.kind(),
                holder.id());
    }

    @Override
    public List<Attachment> list(AttachmentHolder holder, long after, int limit) {
        return sql.list(COLUMNS + """
                 where a.holder_kind = ? and a.holder_id = ? and a.number > ? and a.removed_at is null
                order by a.number limit ?
                """, PostgresAttachments::read, holder.kind(), holder.id(), after, limit);
    }

    @Override
    public List<Attachment> frozen(AttachmentHolder holder, long after, int limit) {
        return sql.list(COLUMNS + """
                 join attachment_edition e on e.attachment_id = a.id
                join attachment_holder h on h.kind = e.holder_kind and h.id = e.holder_id and h.edition = e.edition
                where h.kind = ? and h.id = ? and a.number > ? order by a.number limit ?
                """, PostgresAttachments::read, holder.kind(), holder.id(), after, limit);
    }

    @Override
    public boolean isFrozen(AttachmentId id) {
        return sql.one("""
                select exists (select from attachment_edition e
                    join attachment_holder h on h.kind = e.holder_kind and h.id = e.holder_id and h.edition = e.edition
                    where e.attachment_id = ?)
                """, row -> row.getBoolean(1), id.value());
    }

    @Override
    public void remove(Attachment one, Instant at) {
        var kept = sql.update("""
                update attachment a set removed_at = ?
                where id = ? and exists (select from attachment_edition e where e.attachment_id = a.id)
                """, at, one.id().value());
        if (kept == 0) {
            sql.update("delete from attachment where id = ?", one.id().value());
        }
    }

    @Override
    public List<Attachment> waiting(int limit) {
        return sql.list(
                COLUMNS + " where a.state = 'waiting' order by a.number limit ?", PostgresAttachments::read, limit);
    }

    @Override
    public boolean settle(AttachmentId id, AttachmentState state) {
        return sql.update(
                        "update attachment set state = ? where id = ? and state = 'waiting'", state.code(), id.value())
                == 1;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void noteObject(AttachmentId id) {
        sql.update("insert into attachment_object (id) values (?)", id.value());
    }

    @Override
    public List<AttachmentId> leftObjects(int limit) {
        return sql.list("""
                select id from attachment_object
                where not kept and noted_at < clock_timestamp() - interval '1 hour' order by noted_at limit ?
                """, row -> new AttachmentId(row.getObject(1, UUID.class)), limit);
    }

    @Override
    public void forgetObject(AttachmentId id) {
        sql.update("delete from attachment_object where id = ? and not kept", id.value());
    }

    private static Attachment read(ResultSet row) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getObject(1, UUID.class)),
                row.getLong(2),
                new AttachmentHolder(row.getString(3), row.getObject(4, UUID.class)),
                row.getString(5),
                FileType.of(row.getString(6)),
                row.getInt(7),
                row.getString(8),
                AttachmentState.of(row.getString(9)),
                StoreKind.of(row.getString(10)),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getString(12),
                Optional.ofNullable(row.getObject(13, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
