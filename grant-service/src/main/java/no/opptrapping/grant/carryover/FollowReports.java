package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.reported.WhenReported;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.values.Kroner;

/**
 * Opens a carry-over when an approved report says that money is unspent, carries over at once what the scheme's rules let
 * the municipality keep, and follows what corrected reports say. What is carried over is never taken back here: that more
 * is carried over than is unspent is for persons to decide.
 */
@ApplicationScoped
class FollowReports implements WhenReported {
    /** Who carries over by rule. */
    static final String RULE = "scheme-rules";

    private final CarryOvers carryOvers;
    private final KeepCarryOver keep;
    private final Awards awards;
    private final SchemeVersions versions;
    private final Ledger ledger;

    FollowReports(CarryOvers carryOvers, KeepCarryOver keep, Awards awards, SchemeVersions versions, Ledger ledger) {
        this.carryOvers = carryOvers;
        this.keep = keep;
        this.awards = awards;
        this.versions = versions;
        this.ledger = ledger;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void reported(UUID award, Year year, Kroner unspent, Instant at) {
        awards.find(new AwardId(award)).ifPresent(found -> reported(found, year, unspent, at));
    }

    private void reported(Award award, Year year, Kroner unspent, Instant at) {
        var before = carryOvers.lock(CarryOverId.of(award.id(), year));
        if (before.isEmpty() && unspent.isZero()) {
            return;
        }
        var terms = terms(award, year);
        var said = before.map(one -> one.reported(unspent, terms, at))
                .orElseGet(() -> opened(award, year, unspent, terms, at));
        var due = said.dueByRule().min(unspentInLedger(award, year));
        var after = due.isPositive() ? said.stepped(CarryOver.Cause.RULE, due, Optional.empty(), RULE, at) : said;
        if (!before.equals(Optional.of(after))) {
            keep.keep(before, after, award);
        }
    }

    private Kroner unspentInLedger(Award award, Year year) {
        return ledger.standing(award.id().value(), year)
                .map(standing -> standing.on(Account.UNSPENT))
                .orElse(Kroner.ZERO);
    }

    private CarryOverTerms terms(Award award, Year year) {
        return versions.find(award.purpose().scheme(), award.purpose().version())
                .map(version -> version.rules().carryOverTerms())
                .map(rules -> award.year().equals(year) || rules.again()
                        ? CarryOverTerms.of(rules, award.amount())
                        : CarryOverTerms.NOTHING)
                .orElseThrow(() -> new IllegalStateException("No rules of award " + award.reference()));
    }

    private static CarryOver opened(Award award, Year year, Kroner unspent, CarryOverTerms terms, Instant at) {
        return new CarryOver(
                CarryOverId.of(award.id(), year),
                award.id(),
                award.purpose().scheme(),
                year,
                award.recipient().municipality(),
                0,
                unspent,
                Kroner.ZERO,
                terms,
                List.of(),
                List.of(),
                at,
                at);
    }
}
