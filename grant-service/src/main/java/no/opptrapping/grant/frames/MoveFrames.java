package no.opptrapping.grant.frames;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Journal.SchemeYear;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;

/**
 * What goes by itself: from the day that two persons have decided what is unused of frames flows back, and what an office
 * that has ceased had comes to its successor, with what has been awarded and paid of it.
 */
@ApplicationScoped
public class MoveFrames {
    private static final String ITSELF = "frames";

    /** The rest waits for the next round. */
    private static final int MOST_A_ROUND = 500;

    private final FrameChanges changes;
    private final DecideFrames decideFrames;
    private final Ledger ledger;
    private final KnownOffices offices;
    private final Rounds rounds;
    private final AuditLog audit;
    private final Clock clock;

    MoveFrames(
            FrameChanges changes,
            DecideFrames decideFrames,
            Ledger ledger,
            KnownOffices offices,
            Rounds rounds,
            AuditLog audit,
            Clock clock) {
        this.changes = changes;
        this.decideFrames = decideFrames;
        this.ledger = ledger;
        this.offices = offices;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves what it is time for; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.frames.move-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("frames-succeed", this::ofCeased, this::succeed);
        rounds.each("frames-flow-back", this::due, this::flowBack);
    }

    private List<FrameChanges.OfficeYear> ofCeased() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var today = BusinessDates.today(clock);
            var ceased = offices.get().ceasedBy(today).stream()
                    .map(HeardOffice::officeId)
                    .collect(Collectors.toSet());
            return changes.having(ceased, MOST_A_ROUND);
        });
    }

    /** Lets the successor have what the office had, unless it is done. */
    @CanIgnoreReturnValue
    Optional<CountyGovernorOfficeId> succeed(FrameChanges.OfficeYear one) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var successor = offices.get().standingFor(one.office(), BusinessDates.today(clock));
            ledger.lockAvailable(one.scheme(), one.year());
            var balances = ledger.frames(one.scheme(), one.year()).getOrDefault(one.office(), Map.of());
            if (successor.equals(one.office()) || balances.values().stream().allMatch(balance -> balance.isZero())) {
                return Optional.empty();
            }
            ledger.post(Posting.succeeded(
                    one.scheme(),
                    one.year(),
                    one.office(),
                    successor,
                    balances,
                    ITSELF,
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
            audit.decision(
                    "frames.succeeded",
                    one.office().toString(),
                    Map.of("to", successor.toString(), "year", one.year().toString()));
            return Optional.of(successor);
        });
    }

    private List<SchemeYear> due() {
        return QuarkusTransaction.requiringNew()
                .call(() -> changes.toFlowBack(BusinessDates.today(clock), MOST_A_ROUND));
    }

    /** Gives back what is unused of the year's frames, if something is and the day has come. */
    @CanIgnoreReturnValue
    Optional<FrameChange> flowBack(SchemeYear one) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var available = ledger.lockAvailable(one.scheme(), one.year());
            var unused = YearFrames.of(available, ledger.frames(one.scheme(), one.year()))
                    .unusedBack();
            var day = changes.unusedBackOn(one.scheme(), one.year());
            if (unused.isEmpty() || day.filter(this::hasCome).isEmpty()) {
                return Optional.empty();
            }
            var change = new FrameChange(
                    FrameChangeId.random(),
                    one.scheme(),
                    one.year(),
                    FrameChange.Kind.FLOW_BACK,
                    FrameChange.FLOWED_BACK,
                    Optional.empty(),
                    day,
                    unused,
                    new FrameChange.Act(ITSELF, clock.instant().truncatedTo(ChronoUnit.MICROS)),
                    FrameChange.Status.PROPOSED,
                    Optional.empty());
            changes.add(change);
            return Optional.of(decideFrames.adopted(change, ITSELF));
        });
    }

    private boolean hasCome(LocalDate day) {
        return !BusinessDates.today(clock).isBefore(day);
    }
}
