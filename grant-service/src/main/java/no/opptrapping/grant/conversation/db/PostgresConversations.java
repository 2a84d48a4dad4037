package no.opptrapping.grant.conversation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.conversation.Conversation;
import no.opptrapping.grant.conversation.Conversations;
import no.opptrapping.grant.conversation.Message;
import no.opptrapping.grant.conversation.MessageId;
import no.opptrapping.grant.conversation.Side;
import no.opptrapping.platform.attachments.Attachment;
import no.opptrapping.platform.attachments.AttachmentHolder;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.Attachments;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;

/** Conversations with plain statements: messages are only ever added, and a row tells where each conversation is. */
@ApplicationScoped
class PostgresConversations implements Conversations {
    private static final String MESSAGES = """
            select id, number, application_id, side, written_by, text, answer_expected, sent_at,
                   (select array_agg(attachment_id order by place) from message_attachment where message_id = m.id)
            from message m
            """;

    private final PlainSql sql;
    private final Attachments attachments;

    PostgresConversations(PlainSql sql, Attachments attachments) {
        this.sql = sql;
        this.attachments = attachments;
    }

    @Override
    public Conversation lock(ApplicationId application) {
        sql.update("insert into conversation (application_id) values (?) on conflict do nothing", application.value());
        return sql.one(
                "select application_id, messages, owed_by, owed_since from conversation where application_id = ? for update",
                PostgresConversations::conversation,
                application.value());
    }

    @Override
    public Conversation find(ApplicationId application) {
        return sql.first(
                        "select application_id, messages, owed_by, owed_since from conversation where application_id = ?",
                        PostgresConversations::conversation,
                        application.value())
                .orElseGet(() -> Conversation.none(application));
    }

    @Override
    public List<Attachment> unsent(AttachmentHolder holder, Collection<AttachmentId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> attachments.find(holder, id).stream())
                .filter(one -> !isSent(one.id()))
                .toList();
    }

    @Override
    public void received(LeftFile file, Instant at) {
        sql.update(
                "insert into conversation_unsent (attachment_id, application_id, side, added_at) values (?, ?, ?, ?)",
                file.id().value(),
                file.application().value(),
                file.side().code(),
                at);
    }

    @Override
    public List<LeftFile> leftUnsent(Instant receivedBefore, int limit) {
        return sql.list(
                """
                select application_id, side, attachment_id from conversation_unsent where added_at < ?
                order by added_at, attachment_id limit ?
                """,
                row -> new LeftFile(
                        new ApplicationId(row.getObject(1, UUID.class)),
                        Side.of(row.getString(2)),
                        new AttachmentId(row.getObject(3, UUID.class))),
                receivedBefore,
                limit);
    }

    @Override
    public void waitsNoMore(AttachmentId id) {
        sql.update("delete from conversation_unsent where attachment_id = ?", id.value());
    }

    private boolean isSent(AttachmentId id) {
        return sql.one(
                "select exists (select from message_attachment where attachment_id = ?)",
                row -> row.getBoolean(1),
                id.value());
    }

    @Override
    public Message add(Message message, Conversation after) {
        var id = message.id().value();
        sql.update(
                """
                insert into message (id, application_id, side, written_by, text, answer_expected, sent_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                message.application().value(),
                message.by().code(),
                message.writtenBy(),
                message.text(),
                message.answerExpected(),
                message.sentAt());
        for (var place = 0; place < message.attachments().size(); place++) {
            sql.update(
                    "insert into message_attachment (message_id, place, attachment_id) values (?, ?, ?)",
                    id,
                    place,
                    message.attachments().get(place).id().value());
            waitsNoMore(message.attachments().get(place).id());
        }
        sql.update(
                "update conversation set messages = ?, owed_by = ?, owed_since = ? where application_id = ?",
                after.messages(),
                after.owed().map(owed -> owed.by().code()).orElse(null),
                after.owed().map(Conversation.Owed::since).orElse(null),
                after.application().value());
        return find(message.application(), message.id()).orElseThrow();
    }

    @Override
    public List<Message> list(ApplicationId application, long after, int limit) {
        return sql
                .list(
                        MESSAGES + " where application_id = ? and number > ? order by number limit ?",
                        PostgresConversations::row,
                        application.value(),
                        after,
                        limit)
                .stream()
                .map(this::message)
                .toList();
    }

    @Override
    public Optional<Message> find(ApplicationId application, MessageId id) {
        return sql.first(
                        MESSAGES + " where id = ? and application_id = ?",
                        PostgresConversations::row,
                        id.value(),
                        application.value())
                .map(this::message);
    }

    @Override
    public Optional<Attachment> sent(ApplicationId application, AttachmentId id) {
        return sql.first("""
                        select m.side from message_attachment a join message m on m.id = a.message_id
                        where a.attachment_id = ? and m.application_id = ?
                        """, row -> Side.of(row.getString(1)), id.value(), application.value())
                .flatMap(side -> attachments.find(holder(application, side), id));
    }

    @Override
    public List<Waiting> owedBy(Set<MunicipalityId> hosts, int limit) {
        return sql.list(
                """
                select c.application_id, a.reference, c.owed_since
                from conversation c join application a on a.id = c.application_id
                where c.owed_by = 'municipality' and a.host_id = any (?) order by c.owed_since, a.reference limit ?
                """,
                row -> new Waiting(new ApplicationId(row.getObject(1, UUID.class)), row.getString(2), instant(row, 3)),
                (Object) hosts.stream().map(MunicipalityId::value).toArray(UUID[]::new),
                limit);
    }

    private static AttachmentHolder holder(ApplicationId application, Side side) {
        return new AttachmentHolder("conversation-" + side.code(), application.value());
    }

    /** A message without its attachments, which are read by their ids. */
    private record Row(Message message, List<AttachmentId> attachments) {}

    private Message message(Row row) {
        var one = row.message();
        return new Message(
                one.id(),
                one.number(),
                one.application(),
                one.by(),
                one.writtenBy(),
                one.text(),
                one.answerExpected(),
                one.sentAt(),
                row.attachments().stream()
                        .map(id -> attachments
                                .find(holder(one.application(), one.by()), id)
                                .orElseThrow())
                        .toList());
    }

    private static Row row(ResultSet row) throws SQLException {
        var sent = row.getArray(9);
        var ids = sent == null ? new UUID[0] : (UUID[]) sent.getArray();
        return new Row(
                new Message(
                        new MessageId(row.getObject(1, UUID.class)),
                        row.getLong(2),
                        new ApplicationId(row.getObject(3, UUID.class)),
                        Side.of(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        instant(row, 8),
                        List.of()),
                List.of(ids).stream().map(AttachmentId::new).toList());
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        var owedBy = row.getString(3);
        return new Conversation(
                new ApplicationId(row.getObject(1, UUID.class)),
                row.getInt(2),
                owedBy == null
                        ? Optional.empty()
                        : Optional.of(new Conversation.Owed(Side.of(owedBy), instant(row, 4))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
