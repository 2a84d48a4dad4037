package no.opptrapping.grant.awards.db;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import org.jspecify.annotations.Nullable;

/** The columns of the table award that tell why nothing is left of it. */
@Embeddable
record EndingColumns(
        Award.Ending.Cause cause,
        Instant at,
        LocalDate on,
        String by,
        @Nullable String reason) {
    static EndingColumns of(Award.Ending ending) {
        return new EndingColumns(
                ending.cause(),
                ending.at(),
                ending.on(),
                ending.by(),
                ending.reason().orElse(null));
    }

    Award.Ending ending() {
        return new Award.Ending(cause, at, on, by, Optional.ofNullable(reason));
    }
}
