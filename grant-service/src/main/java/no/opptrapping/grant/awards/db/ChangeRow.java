package no.opptrapping.grant.awards.db;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.database.InLanguages;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the table award_change. */
@Embeddable
record ChangeRow(
        UUID id,
        AwardChange.Cause cause,
        Kroner amountBefore,
        Kroner amountAfter,
        Kroner claimed,
        @JdbcTypeCode(SqlTypes.JSON) List<ParticipantShare> shares,
        @EmbeddedColumnNaming("reason_%s") InLanguages reason,
        @Nullable UUID runId,
        @EmbeddedColumnNaming("decided_%s") Act decided) {
    static ChangeRow of(AwardChange change) {
        return new ChangeRow(
                change.id(),
                change.cause(),
                change.before(),
                change.after(),
                change.claimed(),
                change.shares(),
                InLanguages.of(change.reason()),
                change.run().orElse(null),
                new Act(change.by(), change.at()));
    }

    AwardChange change() {
        return new AwardChange(
                id,
                cause,
                amountBefore,
                amountAfter,
                claimed,
                shares,
                reason.text(),
                Optional.ofNullable(runId),
                decided.by(),
                decided.at());
    }
}
