package no.opptrapping.municipality.indicators.db;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import no.opptrapping.municipality.indicators.Withdrawal;
import no.opptrapping.platform.database.Act;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** That a version of a set of observations is withdrawn; never changed once it is written. */
@Entity
@Immutable
@Table(name = "observation_withdrawal")
class WithdrawalEntity {
    @EmbeddedId
    ObservationSetEntity.Key key;

    @EmbeddedColumnNaming("withdrawn_%s")
    Act withdrawn;

    String reason;

    @SuppressWarnings("NullAway.Init")
    protected WithdrawalEntity() {}

    WithdrawalEntity(ObservationSetEntity.Key key, Withdrawal withdrawal) {
        this.key = key;
        withdrawn = new Act(withdrawal.by(), withdrawal.at());
        reason = withdrawal.reason();
    }

    Withdrawal withdrawal() {
        return new Withdrawal(withdrawn.at(), withdrawn.by(), reason);
    }
}
