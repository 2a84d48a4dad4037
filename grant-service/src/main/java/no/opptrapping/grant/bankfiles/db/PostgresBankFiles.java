package no.opptrapping.grant.bankfiles.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.bankfiles.BankAnswer;
import no.opptrapping.grant.bankfiles.BankFile;
import no.opptrapping.grant.bankfiles.BankFiles;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;

/** Bank files in plain SQL: they are written once, read by their numbers, and their bytes only when they are asked for. */
@ApplicationScoped
class PostgresBankFiles implements BankFiles {
    private static final String FILE =
            "select number, message_id, account, payments, sum, sha256, made_by, made_at from bank_file ";
    private static final String ANSWER =
            "select number, kind, message_id, sha256, entries, read_by, read_at from bank_answer ";
    private static final TypeReference<List<BankAnswer.Entry>> ENTRIES = new TypeReference<>() {};

    private final PlainSql sql;
    private final ObjectMapper mapper;

    PostgresBankFiles(PlainSql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    @Override
    public long takeNumber() {
        return sql.one("select bank_file_take_number()", row -> row.getLong(1));
    }

    @Override
    public void add(BankFile file, byte[] content) {
        sql.update(
                """
                insert into bank_file (number, message_id, account, payments, sum, sha256, content, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                file.number(),
                file.messageId(),
                file.account().value(),
                file.payments(),
                file.sum(),
                file.sha256(),
                content,
                file.madeBy(),
                file.madeAt());
    }

    @Override
    public Optional<BankFile> find(long number) {
        return sql.first(FILE + "where number = ?", PostgresBankFiles::file, number);
    }

    @Override
    public Optional<BankFile> find(String messageId) {
        return sql.first(FILE + "where message_id = ?", PostgresBankFiles::file, messageId);
    }

    @Override
    public Optional<byte[]> content(long number) {
        return sql.first("select content from bank_file where number = ?", row -> row.getBytes(1), number);
    }

    @Override
    public List<Sent> sentIn(long number) {
        return sql.list("""
                select p.id, f.message_id || '-' || to_char(greatest(p.due_on, (f.made_at at time zone 'Europe/Oslo')::date),
                    'YYYYMMDD')
                from payment p join bank_file f on f.number = p.sent_in
                where p.sent_in = ? order by p.award_reference, p.id
                """, row -> new Sent(new PaymentId(row.getObject(1, UUID.class)), row.getString(2)), number);
    }

    @Override
    public List<BankFile> list(long after, int limit) {
        return sql.list(FILE + "where number > ? order by number limit ?", PostgresBankFiles::file, after, limit);
    }

    @Override
    public Optional<BankAnswer> lockAnswer(String sha256) {
        sql.lock("bank-answer/" + sha256);
        return sql.first(ANSWER + "where sha256 = ?", this::answer, sha256);
    }

    @Override
    public BankAnswer add(BankAnswer answer, byte[] content) {
        return sql.one(
                """
                insert into bank_answer (kind, message_id, sha256, content, entries, read_by, read_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?) returning number, kind, message_id, sha256, entries, read_by, read_at
                """,
                this::answer,
                answer.kind().code(),
                answer.messageId(),
                answer.sha256(),
                content,
                written(answer.entries()),
                answer.readBy(),
                answer.readAt());
    }

    @Override
    public Optional<BankAnswer> findAnswer(long number) {
        return sql.first(ANSWER + "where number = ?", this::answer, number);
    }

    @Override
    public List<BankAnswer> answers(long after, int limit) {
        return sql.list(ANSWER + "where number > ? order by number limit ?", this::answer, after, limit);
    }

    private static BankFile file(ResultSet row) throws SQLException {
        return new BankFile(
                row.getLong("number"),
                row.getString("message_id"),
                new AccountNumber(row.getString("account")),
                row.getInt("payments"),
                Kroner.of(row.getLong("sum")),
                row.getString("sha256"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private BankAnswer answer(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new BankAnswer(
                row.getLong("number"),
                Stream.of(BankAnswer.Kind.values())
                        .filter(one -> one.code().equals(kind))
                        .findAny()
                        .orElseThrow(),
                row.getString("message_id"),
                row.getString("sha256"),
                entries(row.getString("entries")),
                row.getString("read_by"),
                row.getObject("read_at", OffsetDateTime.class).toInstant());
    }

    private String written(List<BankAnswer.Entry> entries) {
        try {
            return mapper.writeValueAsString(entries);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("Entries that cannot be written", bug);
        }
    }

    private List<BankAnswer.Entry> entries(String written) {
        try {
            return mapper.readValue(written, ENTRIES);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("Entries that cannot be read", bug);
        }
    }
}
