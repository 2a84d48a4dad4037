package no.opptrapping.grant.reported;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
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
 * Takes in what is heard of a report. An approved one is posted: what was paid, or carried over into the year, becomes spent
 * and unspent; a corrected one posts the difference. Figures that do not fit what was paid are kept as a discrepancy and not posted.
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
                    .map(account -> new Found(account, ledger.standing(account.award(), report.year())))
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
        var standing = found.standing().get();
        ledger.lockAvailable(standing.scheme(), standing.year());
        reports.keep(report, account);
        post(report.id(), report.version(), report.year(), account, now);
    }

    /**
     * Posts what an approved report of the year said last of the award, if it did not fit the ledger and does so now. The
     * scheme's year is locked by the caller.
     */
    @Transactional(TxType.MANDATORY)
    public void settle(UUID award, Year year) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        reports.figures(award, year).ifPresent(said -> post(said.report(), said.version(), year, said.account(), now));
    }

    private void post(UUID report, long version, Year year, HeardReport.Account account, Instant now) {
        var own = ledger.standing(account.award());
        var found = ledger.standing(account.award(), year);
        if (own.isEmpty() || found.isEmpty()) {
            return;
        }
        var standing = found.get();
        var fault = fault(account, standing);
        if (fault.isPresent()) {
            reports.add(discrepancy(report, version, account, fault.get(), standing.toAccountFor(), now));
            if (fault.get().isForPersonsToAnswer()) {
                followers.forEach(follower -> follower.reported(account.award(), year, account.unspent(), now));
            }
            return;
        }
        var spentChange = account.spent().minus(standing.reportedSpent());
        var unspentChange = account.unspent().minus(standing.reportedUnspent());
        if (!spentChange.isZero() || !unspentChange.isZero()) {
            ledger.post(Posting.reported(
                    standing.scheme(),
                    year,
                    account.award(),
                    report,
                    version,
                    year.equals(own.get().year()) ? Account.PAID_UNREPORTED : Account.CARRIED_UNREPORTED,
                    spentChange,
                    unspentChange,
                    now));
        }
        reports.settle(account.award(), year, now);
        followers.forEach(follower -> follower.reported(account.award(), year, account.unspent(), now));
    }

    private static Optional<Discrepancy.Reason> fault(HeardReport.Account account, AwardStanding standing) {
        var due = standing.toAccountFor();
        if (account.spent().isNegative()
                || account.unspent().isNegative()
                || account.received().isNegative()
                || account.carriedIn().isNegative()) {
            return Optional.of(Discrepancy.Reason.NEGATIVE);
        }
        if (!account.toAccountFor().equals(due) || !account.carriedIn().equals(standing.carriedIn())) {
            return Optional.of(Discrepancy.Reason.RECEIVED_DIFFERS);
        }
        if (!account.spent().plus(account.unspent()).equals(due)) {
            return Optional.of(Discrepancy.Reason.DOES_NOT_ADD_UP);
        }
        var carried = standing.on(Account.CARRIED_OVER);
        if (account.unspent().compareTo(carried) < 0) {
            return Optional.of(Discrepancy.Reason.BELOW_CARRIED_OVER);
        }
        return account.unspent().compareTo(carried.plus(standing.on(Account.CLAIMED_UNSPENT))) < 0
                        || account.spent().compareTo(standing.on(Account.CLAIMED_SPENT)) < 0
                ? Optional.of(Discrepancy.Reason.BELOW_CLAIMED)
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
                account.toAccountFor(),
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
