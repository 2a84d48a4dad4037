package no.opptrapping.grant.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.framework.FrameworkAllocations;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.grant.payments.Payments;
import no.opptrapping.grant.reported.Discrepancy;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/**
 * Proves that appropriated = awarded + undistributed and awarded = spent + unspent + outstanding, each figure read from
 * its own account, and that each account and each award stands as its appropriation, awards, payments and last report
 * say. A krone on the wrong account is found, and its account named.
 */
@ApplicationScoped
public class CheckLedger {
    private final Journal journal;
    private final Appropriations appropriations;
    private final Awards awards;
    private final Payments payments;
    private final FrameworkAllocations framework;
    private final Reports reports;

    CheckLedger(
            Journal journal,
            Appropriations appropriations,
            Awards awards,
            Payments payments,
            FrameworkAllocations framework,
            Reports reports) {
        this.journal = journal;
        this.appropriations = appropriations;
        this.awards = awards;
        this.payments = payments;
        this.framework = framework;
        this.reports = reports;
    }

    /** Checks the scheme and the year that are given, else all; nothing is posted meanwhile. */
    @Transactional
    public Reconciliation check(Optional<SchemeId> scheme, Optional<Year> year) {
        var identities = new ArrayList<Identity>();
        var outOfStep = new ArrayList<OutOfStep>();
        var checked = new HashSet<UUID>();
        for (var one : journal.schemeYears()) {
            if (scheme.map(one.scheme()::equals).orElse(true)
                    && year.map(one.year()::equals).orElse(true)) {
                var facts = facts(one.scheme(), one.year());
                identities.addAll(facts.identities());
                outOfStep.addAll(facts.awardsOutOfStep());
                facts.awards().forEach(award -> checked.add(award.award()));
            }
        }
        var everything = scheme.isEmpty() && year.isEmpty();
        var discrepancies = reports.open().stream()
                .filter(found -> everything || checked.contains(found.award()) || isUnknown(found))
                .toList();
        return new Reconciliation(identities, outOfStep, discrepancies);
    }

    /** An award that nobody knows belongs to no scheme: it is shown whatever is asked for. */
    private static boolean isUnknown(Discrepancy found) {
        return found.reason() == Discrepancy.Reason.UNKNOWN_AWARD;
    }

    private SchemeYearFacts facts(SchemeId scheme, Year year) {
        journal.lockAvailable(scheme, year);
        return new SchemeYearFacts(
                scheme,
                year,
                journal.balances(scheme, year),
                journal.sumsOfLines(scheme, year),
                journal.standings(scheme, year),
                appropriations.of(scheme, year).map(Appropriation::revised).orElse(Kroner.ZERO),
                awardFacts(scheme, year),
                Kroner.sum(framework.of(scheme, year).stream()
                        .map(allocation -> allocation.row().amount())
                        .toList()));
    }

    private List<AwardFacts> awardFacts(SchemeId scheme, Year year) {
        var paid = payments.of(scheme, year).stream()
                .filter(payment -> payment.status() == PaymentStatus.CONFIRMED)
                .collect(Collectors.toMap(Payment::award, Payment::amount, Kroner::plus));
        var all = awards.of(scheme, year);
        var reported =
                reports.figures(all.stream().map(award -> award.id().value()).toList());
        return all.stream()
                .map(award -> {
                    var figures = Optional.ofNullable(reported.get(award.id().value()));
                    return new AwardFacts(
                            award.id().value(),
                            Optional.of(award.reference()),
                            valid(award),
                            paid.getOrDefault(award.id(), Kroner.ZERO),
                            figures.map(Reports.Figures::spent).orElse(Kroner.ZERO),
                            figures.map(Reports.Figures::unspent).orElse(Kroner.ZERO));
                })
                .toList();
    }

    private static Kroner valid(Award award) {
        return award.isValid() ? award.amount() : Kroner.ZERO;
    }
}
