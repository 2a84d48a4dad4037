package no.opptrapping.grant.reported;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.values.Kroner;

/**
 * Takes in what is heard of a report. An approved one is posted: what was paid becomes spent and unspent; a corrected
 * one posts the difference. Figures that do not fit what was paid are kept as a discrepancy and not posted.
 */
@ApplicationScoped
public class HearReport {
    private final Reports reports;
    private final Ledger ledger;
    private final List<WhenReported> followers;
    private final Clock clock;

    HearReport(Reports reports, Ledger ledger, @All List<WhenReported> followers, Clock clock) {
        this.reports = reports;
        this.ledger = ledger;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    /** Takes in one event, in the transaction of its inbox row. */
    @Transactional(TxType.MANDATORY)
    public void hear(HeardReport report) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        reports.keep(report, now);
        reports.keepWritten(report);
        if (report.isApproved()) {
            // In one order for all: two reports at once never wait for each other in a circle.
            report.accounts().stream()
                    .map(account -> new Found(account, ledger.standing(account.award())))
                    .sorted(Comparator.comparing(Found::schemeYear)
                            .thenComparing(found -> found.account().award()))
                    .forEach(found -> take(report, found, now));
        }
    }

    private void take(HeardReport report, Found found, Instant now) {
        var account = found.account();
        if (found.standing().isEmpty()) {
            reports.keep(report, account);
            reports.add(discrepancy(
                    report.id(), report.version(), account, Discrepancy.Reason.UNKNOWN_AWARD, Kroner.ZERO, now));
            return;
        }
        var before = found.standing().get();
        ledger.lockAvailable(before.scheme(), before.year());
        reports.keep(report, account);
        post(
                report.id(),
                report.version(),
                account,
                ledger.standing(account.award()).orElse(before),
                now);
    }

    /**
     * Posts what an approved report said last of the award, if it did not fit the ledger and does so now. The scheme's year is
     * locked by the caller.
     */
    @Transactional(TxType.MANDATORY)
    public void settle(UUID award) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var said = reports.figures(List.of(award)).get(award);
        var standing = ledger.standing(award);
        if (said != null && standing.isPresent()) {
            var account =
                    new HeardReport.Account(award, said.received(), said.spent(), said.unspent(), said.ownShare());
            post(said.report(), said.version(), account, standing.get(), now);
        }
    }

    private void post(UUID report, long version, HeardReport.Account account, AwardStanding standing, Instant now) {
        var paid = paid(standing);
        var fault = fault(account, paid, standing);
        if (fault.isPresent()) {
            reports.add(discrepancy(report, version, account, fault.get(), paid, now));
            if (fault.get() == Discrepancy.Reason.BELOW_CARRIED_OVER) {
                followers.forEach(follower -> follower.reported(account.award(), account.unspent(), now));
            }
            return;
        }
        var spentChange = account.spent().minus(standing.on(Account.SPENT));
        var unspentChange = account.unspent().minus(standing.reportedUnspent());
        if (!spentChange.isZero() || !unspentChange.isZero()) {
            ledger.post(Posting.reported(
                    standing.scheme(),
                    standing.year(),
                    account.award(),
                    report,
                    version,
                    spentChange,
                    unspentChange,
                    now));
        }
        reports.settle(account.award(), now);
        followers.forEach(follower -> follower.reported(account.award(), account.unspent(), now));
    }

    private static Kroner paid(AwardStanding standing) {
        return standing.on(Account.PAID_UNREPORTED)
                .plus(standing.on(Account.SPENT))
                .plus(standing.reportedUnspent());
    }

    private static Optional<Discrepancy.Reason> fault(
            HeardReport.Account account, Kroner paid, AwardStanding standing) {
        if (account.spent().isNegative()
                || account.unspent().isNegative()
                || account.received().isNegative()) {
            return Optional.of(Discrepancy.Reason.NEGATIVE);
        }
        if (!account.received().equals(paid)) {
            return Optional.of(Discrepancy.Reason.RECEIVED_DIFFERS);
        }
        if (!account.spent().plus(account.unspent()).equals(paid)) {
            return Optional.of(Discrepancy.Reason.DOES_NOT_ADD_UP);
        }
        return account.unspent().compareTo(standing.on(Account.CARRIED_OVER)) < 0
                ? Optional.of(Discrepancy.Reason.BELOW_CARRIED_OVER)
                : Optional.empty();
    }

    private static Discrepancy discrepancy(
            UUID report,
            long version,
            HeardReport.Account account,
            Discrepancy.Reason reason,
            Kroner paid,
            Instant now) {
        return new Discrepancy(
                UUID.randomUUID(),
                account.award(),
                report,
                version,
                reason,
                account.received(),
                account.spent(),
                account.unspent(),
                paid,
                now);
    }

    private record Found(HeardReport.Account account, Optional<AwardStanding> standing) {
        String schemeYear() {
            return standing.map(found -> found.scheme() + "/" + found.year()).orElse("");
        }
    }
}
