package no.opptrapping.grant.claims;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.carryover.CarryOver;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.grant.carryover.CarryOvers;
import no.opptrapping.grant.carryover.WhenCarryOverChanges;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Drafts a claim for a person to look at when a report leaves money that is neither spent nor carried over: when it is settled
 * what is carried over, or when the days that the municipality has to apply are over. A draft follows what corrected reports
 * say; what is proposed stays, and no more than there is can be decided of it. What persons have decided not to claim is not
 * drafted again.
 */
@ApplicationScoped
public class FollowCarryOvers implements WhenCarryOverChanges {
    /** Who raises what comes by itself. */
    static final String REPORTS = "reports";

    /** The code of what is said of it: in the reader's language, with what is found now. */
    static final String GROUNDS = "claim.grounds-unspent";

    /** The rest waits for the next round. */
    private static final int MOST_A_ROUND = 500;

    private final Claims claims;
    private final KeepClaim keep;
    private final CarryOvers carryOvers;
    private final Awards awards;
    private final Ledger ledger;
    private final SchemeVersions versions;
    private final Rounds rounds;
    private final Clock clock;

    FollowCarryOvers(
            Claims claims,
            KeepClaim keep,
            CarryOvers carryOvers,
            Awards awards,
            Ledger ledger,
            SchemeVersions versions,
            Rounds rounds,
            Clock clock) {
        this.claims = claims;
        this.keep = keep;
        this.carryOvers = carryOvers;
        this.awards = awards;
        this.ledger = ledger;
        this.versions = versions;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Drafts what nobody has applied to carry over in time; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.claims.draft-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("draft-claims", this::left, this::draft);
    }

    private List<CarryOverId> left() {
        return QuarkusTransaction.requiringNew().call(() -> claims.leftUncarried(clock.instant(), MOST_A_ROUND));
    }

    private void draft(CarryOverId id) {
        QuarkusTransaction.requiringNew()
                .run(() -> carryOvers.find(id).ifPresent(found -> {
                    ledger.lockAvailable(found.scheme(), found.from());
                    carryOvers
                            .lock(id)
                            .ifPresent(locked ->
                                    changed(locked, awards.find(locked.award()).orElseThrow()));
                }));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void changed(CarryOver after, Award award) {
        var ofUnspent = claims.lockOf(award.id(), after.from()).stream()
                .filter(claim -> claim.cause() == Claim.Cause.UNSPENT)
                .toList();
        var due = due(after, award).minus(givenUp(ofUnspent)).max(Kroner.ZERO);
        var open = ofUnspent.stream().filter(claim -> claim.state().isOpen()).findAny();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (open.isEmpty() && due.isPositive()) {
            keep.open(
                    Claim.draft(
                            claims.takeNumber(), award, after.from(), Claim.Cause.UNSPENT, due, GROUNDS, REPORTS, now),
                    award);
        }
        open.filter(claim -> !claim.found().equals(due)).ifPresent(claim -> {
            var state = claim.state() == State.DRAFT && due.isZero() ? State.DROPPED : claim.state();
            keep.keep(
                    claim,
                    claim.finding(due, now).in(ClaimLifecycle.TABLE.follow(claim.state(), Act.FOLLOW, state), now),
                    award);
        });
    }

    /** What is left and can no longer be carried over. */
    private Kroner due(CarryOver of, Award award) {
        return switch (of.state()) {
            case SETTLED -> of.left();
            case OPEN -> isOver(of, award) ? of.left() : Kroner.ZERO;
            case APPLIED, PROPOSED, EXCEEDED -> Kroner.ZERO;
        };
    }

    private boolean isOver(CarryOver open, Award award) {
        var days = versions.find(award.purpose().scheme(), award.purpose().version())
                .orElseThrow(() -> new IllegalStateException("No rules of award " + award.reference()))
                .rules()
                .recoveryTerms()
                .carryOverDays();
        return BusinessDates.today(clock)
                .isAfter(BusinessDates.of(open.changedAt()).plusDays(days));
    }

    private static Kroner givenUp(List<Claim> ofUnspent) {
        return Kroner.sum(ofUnspent.stream()
                .flatMap(claim -> claim.decision().stream()
                        .map(decision -> claim.found().minus(decision.amount()).max(Kroner.ZERO)))
                .toList());
    }
}
