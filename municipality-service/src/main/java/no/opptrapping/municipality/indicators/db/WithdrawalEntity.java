package no.opptrapping.municipality.indicators.db;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import no.opptrapping.municipality.indicators.Withdrawal;
import org.hibernate.annotations.Immutable;

/** That a version of a set of observations is withdrawn; never changed once it is written. */
@Entity
@Immutable
@Table(name = "observation_withdrawal")
class WithdrawalEntity {
    @EmbeddedId
    ObservationSetEntity.Key key;

    @Column(name = "withdrawn_at")
    Instant at;

    @Column(name = "withdrawn_by")
    String by;

    String reason;

    @SuppressWarnings("NullAway.Init")
    protected WithdrawalEntity() {}

    WithdrawalEntity(ObservationSetEntity.Key key, Withdrawal withdrawal) {
        this.key = key;
        at = withdrawal.at();
        by = withdrawal.by();
        reason = withdrawal.reason();
    }

    Withdrawal withdrawal() {
        return new Withdrawal(at, by, reason);
    }
}
