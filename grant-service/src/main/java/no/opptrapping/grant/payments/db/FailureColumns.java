package no.opptrapping.grant.payments.db;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.payments.PaymentProgress;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The columns of the table payment that tell why the money did not arrive. */
@Embeddable
record FailureColumns(
        String by,
        Instant at,
        LocalDate on,
        String code,
        @Nullable String text,
        @Nullable Kroner claimSettled) {
    static FailureColumns of(PaymentProgress.Failure failure) {
        return new FailureColumns(
                failure.by(),
                failure.at(),
                failure.on(),
                failure.code(),
                failure.text().orElse(null),
                failure.claimSettled().isZero() ? null : failure.claimSettled());
    }

    PaymentProgress.Failure failure() {
        return new PaymentProgress.Failure(
                by, at, on, code, Optional.ofNullable(text), Objects.requireNonNullElse(claimSettled, Kroner.ZERO));
    }
}
