package no.opptrapping.grant.applications.db;

import java.time.Instant;
import no.opptrapping.grant.applications.ApplicationStatus;
import org.jspecify.annotations.Nullable;

/** A call's applications of one status, counted and summed. */
record Group(
        ApplicationStatus status,
        Long applications,
        @Nullable Long asked,
        @Nullable Long awarded,
        @Nullable Instant lastDecision) {
    long askedKroner() {
        return asked == null ? 0 : asked;
    }

    long awardedKroner() {
        return awarded == null ? 0 : awarded;
    }
}
