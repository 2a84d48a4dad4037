package no.opptrapping.grant.letters.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.NewLetter;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** A letter as a row. */
final class LetterRows {
    private LetterRows() {}

    static List<@Nullable Object> of(Letter letter) {
        return Arrays.asList(
                letter.id().value(),
                letter.kind().code(),
                letter.subject(),
                letter.application().map(UUID::toString).orElse(null),
                letter.edition(),
                letter.reference(),
                letter.title(),
                letter.scheme().value(),
                letter.recipient().municipality().value(),
                letter.recipient().number().value(),
                letter.recipient().name(),
                letter.language().tag(),
                letter.decidedAt());
    }

    static Letter read(ResultSet row) throws SQLException {
        var sha256 = row.getString("sha256");
        return new Letter(
                new LetterId(row.getObject("id", UUID.class)),
                LetterKind.of(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                Optional.ofNullable(row.getObject("application_id", UUID.class)),
                row.getInt("edition"),
                row.getString("reference"),
                row.getString("title"),
                new SchemeId(row.getObject("scheme_id", UUID.class)),
                new NewLetter.Recipient(
                        new MunicipalityId(row.getObject("municipality_id", UUID.class)),
                        new MunicipalityNumber(row.getString("municipality_number")),
                        row.getString("municipality_name")),
                Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                sha256 == null ? Optional.empty() : Optional.of(new Letter.Document(sha256, row.getInt("size"))),
                new Letter.Receipt(
                        row.getString("channel"),
                        moment(row, "delivered_at"),
                        moment(row, "opened_at"),
                        moment(row, "confirmed_at"),
                        Optional.ofNullable(row.getString("confirmed_by")),
                        Optional.ofNullable(row.getString("failure"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
