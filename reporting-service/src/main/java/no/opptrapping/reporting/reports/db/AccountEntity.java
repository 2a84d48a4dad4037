package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.reports.Report;
import org.jspecify.annotations.Nullable;

/** The account of one award in one submitted edition. */
@Entity
@Table(name = "report_account")
class AccountEntity {
    @EmbeddedId
    Key key;

    long received;

    long spent;

    long unspent;

    long ownShare;

    @SuppressWarnings("NullAway.Init")
    AccountEntity() {}

    AccountEntity(Report submitted, AccountAnswer account) {
        this.key = new Key(submitted.id().value(), submitted.edition(), account.awardId());
        this.received = filled(account.received());
        this.spent = filled(account.spent());
        this.unspent = filled(account.unspent());
        this.ownShare = account.ownShare() == null ? 0 : account.ownShare().value();
    }

    private static long filled(@Nullable Kroner amount) {
        if (amount == null) {
            throw new IllegalStateException("An account was submitted with an amount missing");
        }
        return amount.value();
    }

    @Embeddable
    record Key(UUID reportId, int edition, UUID awardId) {}
}
