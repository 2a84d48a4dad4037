package no.opptrapping.grant.letters.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.Letters;
import no.opptrapping.platform.database.FirstOfEach;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** Letters with plain statements: rows that are added and never loaded to be changed. */
@ApplicationScoped
class PostgresLetters implements Letters {
    private static final String READ = """
            select l.id, l.kind, l.subject_id, l.application_id, l.edition, l.reference, l.title, l.scheme_id,
                   l.municipality_id, l.municipality_number, l.municipality_name, l.language, l.decided_at,
                   d.sha256, d.size,
                   r.channel, r.delivered_at, r.opened_at, r.confirmed_at, r.confirmed_by, r.failure
            from letter l join letter_receipt r on r.letter_id = l.id
            left join letter_document d on d.letter_id = l.id and d.language = l.language
            """;

    private final PlainSql sql;
    private final ObjectMapper json;

    PostgresLetters(PlainSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(List<Written> letters) {
        sql.updateEach(
                """
                insert into letter (id, kind, subject_id, application_id, edition, reference, title, scheme_id,
                    municipality_id, municipality_number, municipality_name, language, decided_at)
                values (?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, subject_id, edition) do nothing
                """, letters.stream().map(Written::letter).map(LetterRows::of).toList());
        sql.updateEach(
                "insert into letter_text (letter_id, language, content) select id, ?, ? from letter where id = ?",
                letters.stream()
                        .flatMap(one -> one.texts().entrySet().stream()
                                .map(text -> List.of(
                                        text.getKey().tag(),
                                        written(text.getValue()),
                                        one.letter().id().value())))
                        .toList());
        sql.updateEach(
                """
                insert into letter_receipt (letter_id, channel, delivered_at, next_try)
                select id, ?, cast(? as timestamptz), decided_at from letter where id = ?
                """,
                letters.stream()
                        .map(one -> Arrays.asList(
                                one.letter().receipt().channel(),
                                one.letter()
                                        .receipt()
                                        .delivered()
                                        .map(Instant::toString)
                                        .orElse(null),
                                one.letter().id().value()))
                        .toList());
    }

    @Override
    public Optional<Letter> find(LetterId id) {
        return sql.first(READ + " where l.id = ?", LetterRows::read, id.value());
    }

    @Override
    public Optional<Letter> newest(LetterKind kind, UUID subject) {
        return sql.first(
                READ + " where l.kind = ? and l.subject_id = ? order by l.edition desc limit 1",
                LetterRows::read,
                kind.code(),
                subject);
    }

    @Override
    public boolean isAnyDelivered(LetterKind kind, UUID subject) {
        return sql.one("""
                select exists (select from letter l join letter_receipt r on r.letter_id = l.id
                    where l.kind = ? and l.subject_id = ? and r.delivered_at is not null)
                """, row -> row.getBoolean(1), kind.code(), subject);
    }

    @Override
    public Optional<Letter> answering(UUID application) {
        // A correction that leaves nothing tells of the award and of the rejection at one instant: the rejection
        // answers.
        return sql.first(
                READ + " where l.application_id = ? order by l.decided_at desc, l.kind desc, l.edition desc limit 1",
                LetterRows::read,
                application);
    }

    @Override
    public List<Letter> list(Filter filter, Optional<Place> after, int limit) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        filter.recipients().ifPresent(some -> {
            conditions.add("l.id = any(?)");
            arguments.add(seen(some, filter, after, limit));
        });
        filter.kind().ifPresent(kind -> {
            conditions.add("l.kind = ?");
            arguments.add(kind.code());
        });
        after.ifPresent(place -> {
            conditions.add("(l.decided_at, l.id) < (?, ?)");
            arguments.add(place.decidedAt());
            arguments.add(place.id());
        });
        arguments.add(limit);
        return sql.list(
                READ + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                        + " order by l.decided_at desc, l.id desc limit ?",
                LetterRows::read,
                arguments.toArray());
    }

    /** The first of the recipients' letters, after the place. */
    private UUID[] seen(Set<MunicipalityId> recipients, Filter filter, Optional<Place> after, int limit) {
        var ofRecipients = new FirstOfEach("letter", "municipality_id", "decided_at desc, id desc")
                .whereGiven("kind = ?", filter.kind().map(LetterKind::code));
        if (after.isPresent()) {
            ofRecipients = ofRecipients.where(
                    "(decided_at, id) < (?, ?)",
                    after.get().decidedAt(),
                    after.get().id());
        }
        return ofRecipients.of(recipients, limit, sql).toArray(UUID[]::new);
    }

    @Override
    public LetterText text(LetterId id, Language language) {
        return sql.one(
                "select content from letter_text where letter_id = ? and language = ?",
                row -> read(row.getString(1)),
                id.value(),
                language.tag());
    }

    @Override
    public Optional<byte[]> document(LetterId id, Language language) {
        return sql.first(
                "select content from letter_document where letter_id = ? and language = ?",
                row -> row.getBytes(1),
                id.value(),
                language.tag());
    }

    @Override
    public boolean keep(LetterId id, Language language, byte[] document, Letter.Document facts, Instant at) {
        var added = sql.update("""
                        insert into letter_document (letter_id, language, content, sha256, size, made_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (letter_id, language) do nothing
                        """, id.value(), language.tag(), document, facts.sha256(), facts.size(), at) == 1;
        sql.update("""
                update letter_receipt r set printed = true from letter l
                where l.id = r.letter_id and l.id = ? and l.language = ? and not r.printed
                """, id.value(), language.tag());
        return added;
    }

    @Override
    public List<LetterId> withoutDocument(int limit) {
        return sql.list("""
                select l.id from letter_receipt r join letter l on l.id = r.letter_id
                where not r.printed order by l.decided_at, l.id limit ?
                """, row -> new LetterId(row.getObject(1, UUID.class)), limit);
    }

    @Override
    public boolean delivered(LetterId id, Instant at) {
        return sql.update("""
                        update letter_receipt set delivered_at = ?, failure = null
                        where letter_id = ? and delivered_at is null
                        """, at, id.value()) == 1;
    }

    @Override
    public boolean opened(LetterId id, Instant at) {
        return sql.update("""
                        update letter_receipt
                        set opened_at = greatest(?, delivered_at), delivered_at = coalesce(delivered_at, ?), failure = null
                        where letter_id = ? and opened_at is null
                        """, at, at, id.value()) == 1;
    }

    @Override
    public boolean confirmed(LetterId id, Instant at, String by) {
        return sql.update("""
                        update letter_receipt set confirmed_at = ?, confirmed_by = ?
                        where letter_id = ? and confirmed_at is null
                        """, at, by, id.value()) == 1;
    }

    private String written(LetterText text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private LetterText read(String content) {
        try {
            return json.readValue(content, LetterText.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
