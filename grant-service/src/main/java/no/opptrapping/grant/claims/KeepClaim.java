package no.opptrapping.grant.claims;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.carryover.ClaimOfCarryOver;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.platform.events.Outbox;

/** Keeps a claim that has changed: its row, what it moves in the ledger, its event, and what the municipality is told. */
@ApplicationScoped
class KeepClaim {
    private final Claims claims;
    private final Ledger ledger;
    private final ClaimOfCarryOver carryOver;
    private final Notices notices;
    private final Outbox outbox;

    KeepClaim(Claims claims, Ledger ledger, ClaimOfCarryOver carryOver, Notices notices, Outbox outbox) {
        this.claims = claims;
        this.ledger = ledger;
        this.carryOver = carryOver;
        this.notices = notices;
        this.outbox = outbox;
    }

    /** Keeps one that is new. */
    @Transactional(TxType.MANDATORY)
    @CanIgnoreReturnValue
    Claim open(Claim opened, Award award) {
        claims.add(opened);
        outbox.append(ClaimV1.event(opened, award));
        return opened;
    }

    /** Keeps it as its next version, under the lock of the award's year in the ledger and of what it was before. */
    @Transactional(TxType.MANDATORY)
    @CanIgnoreReturnValue
    Claim keep(Claim before, Claim changed, Award award) {
        var after = changed.next();
        claims.update(after);
        var counted = before.steps().stream()
                .filter(Claim.Step::counts)
                .map(Claim.Step::id)
                .collect(Collectors.toSet());
        var moved = after.steps().stream()
                .filter(step -> step.counts() && !counted.contains(step.id()))
                .toList();
        ledger.post(
                moved.stream().flatMap(step -> posting(after, step).stream()).toList());
        outbox.append(ClaimV1.event(after, award));
        var more = after.claimed().minus(before.claimed());
        if (after.cause() == Claim.Cause.UNSPENT && !more.isZero()) {
            carryOver.claimed(award, after.year(), more, after.changedAt());
        }
        return after;
    }

    /** What a reduction has claimed stands in the ledger before the claim does. */
    private static Optional<Posting> posting(Claim of, Claim.Step step) {
        var amount = step.change().isNegative() ? step.change().negated() : step.change();
        var award = of.award().value();
        return switch (step.kind()) {
            case CLAIMED ->
                of.cause()
                        .account()
                        .map(account -> Posting.claimed(
                                of.scheme(), of.year(), award, step.id(), account, amount, step.by(), step.at()));
            case LOWERED ->
                of.cause()
                        .account()
                        .map(account -> Posting.claimLowered(
                                of.scheme(), of.year(), award, step.id(), account, amount, step.by(), at(step)));
            case REPAID, SETTLED, WRITTEN_OFF ->
                Optional.of(Posting.claimMet(
                        step.kind().posting(), of.scheme(), of.year(), award, step.id(), amount, step.by(), at(step)));
        };
    }

    private static Instant at(Claim.Step step) {
        return step.answer().map(Claim.Answer::at).orElse(step.at());
    }

    /** Tells the municipality that holds the award. */
    @Transactional(TxType.MANDATORY)
    void tell(Claim of, Award award, NoticeKind kind, Map<String, ?> facts) {
        var all = new HashMap<String, Object>(facts);
        all.put("reference", award.reference());
        notices.tell(award.holder().municipality(), News.of(kind, "/v1/claims/" + of.id(), all));
    }
}
