package no.opptrapping.grant.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.reported.Discrepancy;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.grant.schemes.SchemeId;

/**
 * Proves that appropriated = awarded + claimed + undistributed and awarded + carried in = spent + unspent + outstanding, each
 * figure read from
 * its own account, and that each account and each award stands as its appropriation, awards, payments and last report
 * say. A krone on the wrong account is found, and its account named.
 */
@ApplicationScoped
public class CheckLedger {
    /** So many accounts out of step are shown: one is enough to see that the ledger does not balance. */
    static final int MOST = 1000;

    private final LedgerFacts ledger;
    private final Reports reports;

    CheckLedger(LedgerFacts ledger, Reports reports) {
        this.ledger = ledger;
        this.reports = reports;
    }

    /** Checks the scheme and the year that are given, else all, as they stand at one moment; nobody waits for it. */
    @Transactional
    public Reconciliation check(Optional<SchemeId> scheme, Optional<Year> year) {
        ledger.holdStill();
        var identities = new ArrayList<Identity>();
        var outOfStep = new ArrayList<OutOfStep>();
        for (var one : ledger.schemeYears(scheme, year)) {
            identities.addAll(ledger.of(one.scheme(), one.year()).identities());
            outOfStep.addAll(ledger.outOfStep(one.scheme(), one.year(), MOST - outOfStep.size()));
        }
        var open = reports.open();
        var asked = ledger.among(open.stream().map(Discrepancy::award).collect(Collectors.toSet()), scheme, year);
        var everything = scheme.isEmpty() && year.isEmpty();
        return new Reconciliation(
                identities,
                outOfStep,
                open.stream()
                        .filter(found -> everything || asked.contains(found.award()) || isUnknown(found))
                        .toList());
    }

    /** An award that nobody knows belongs to no scheme: it is shown whatever is asked for. */
    private static boolean isUnknown(Discrepancy found) {
        return found.reason() == Discrepancy.Reason.UNKNOWN_AWARD;
    }
}
