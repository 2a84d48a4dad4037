package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Report;
import org.jspecify.annotations.Nullable;

/** The account of one award in one submitted edition. */
@Entity
@Table(name = "report_account")
class AccountEntity {
    @EmbeddedId
    Key key;

    Kroner carriedIn;

    Kroner received;

    Kroner spent;

    Kroner unspent;

    Kroner ownShare;

    @SuppressWarnings("NullAway.Init")
    AccountEntity() {}

    AccountEntity(Report submitted, AccountAnswer account) {
        this.key = new Key(submitted.id(), submitted.edition(), account.awardId());
        this.carriedIn = account.broughtForward();
        this.received = filled(account.received());
        this.spent = filled(account.spent());
        this.unspent = filled(account.unspent());
        this.ownShare = account.ownShare() == null ? Kroner.ZERO : account.ownShare();
    }

    private static Kroner filled(@Nullable Kroner amount) {
        if (amount == null) {
            throw new IllegalStateException("An account was submitted with an amount missing");
        }
        return amount;
    }

    @Embeddable
    record Key(ReportId reportId, int edition, UUID awardId) {}
}
