package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.accounts.AccountStanding;
import no.opptrapping.grant.accounts.Accounts;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.schemerules.SchemePayments;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.time.BusinessDates;

/** Finds how much of awards can be paid when, in as many statements for a thousand as for one. */
@ApplicationScoped
class FindPayability {
    private final Awards awards;
    private final Accounts accounts;
    private final OverdueReports reports;
    private final SchemeVersions versions;
    private final Clock clock;

    FindPayability(Awards awards, Accounts accounts, OverdueReports reports, SchemeVersions versions, Clock clock) {
        this.awards = awards;
        this.accounts = accounts;
        this.reports = reports;
        this.versions = versions;
        this.clock = clock;
    }

    /** Of one award. */
    @Transactional(TxType.MANDATORY)
    Payability of(Award award) {
        return of(List.of(award)).values().iterator().next();
    }

    /** Of the awards that the payments are of. */
    @Transactional(TxType.MANDATORY)
    Map<AwardId, Payability> ofPayments(Collection<Payment> payments) {
        return of(awards.findAll(payments.stream().map(Payment::award).collect(Collectors.toUnmodifiableSet())));
    }

    /** Of each of the awards. */
    @Transactional(TxType.MANDATORY)
    Map<AwardId, Payability> of(Collection<Award> all) {
        var standings = accounts.standings(all.stream().map(Award::id).toList());
        var overdue = reports.inTheWayOf(all, BusinessDates.today(clock));
        var terms = new HashMap<Award.Purpose, SchemePayments>();
        return all.stream()
                .collect(Collectors.toMap(
                        Award::id,
                        award -> new Payability(
                                award,
                                InstalmentPlan.of(
                                        terms.computeIfAbsent(award.purpose(), this::terms),
                                        award.year(),
                                        award.amount()),
                                standings.getOrDefault(award.id(), AccountStanding.NONE),
                                Optional.ofNullable(overdue.get(award.id())))));
    }

    private SchemePayments terms(Award.Purpose purpose) {
        return versions.find(purpose.scheme(), purpose.version())
                .orElseThrow(() -> new IllegalStateException("An award without its version: " + purpose))
                .rules()
                .paymentTerms();
    }
}
