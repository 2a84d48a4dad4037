package no.opptrapping.grant.claims;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.bankfiles.OwnAccount;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds municipalities (<i>purring</i>) of claims that have not been paid some days after they were due: once, with a letter. */
@ApplicationScoped
public class RemindOfClaims {
    /** The rest waits for the next round. */
    private static final int MOST_A_ROUND = 500;

    private final Claims claims;
    private final LockClaim lock;
    private final KeepClaim keep;
    private final ClaimLetter letter;
    private final OwnAccount account;
    private final Rounds rounds;
    private final Clock clock;
    private final int days;

    RemindOfClaims(
            Claims claims,
            LockClaim lock,
            KeepClaim keep,
            ClaimLetter letter,
            OwnAccount account,
            Rounds rounds,
            Clock clock,
            @ConfigProperty(name = "opptrapping.claims.remind-days", defaultValue = "3") int days) {
        this.claims = claims;
        this.lock = lock;
        this.keep = keep;
        this.letter = letter;
        this.account = account;
        this.rounds = rounds;
        this.clock = clock;
        this.days = days;
    }

    /** Reminds of what it is time for; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.claims.remind-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("remind-of-claims", this::due, this::remind);
    }

    private List<ClaimId> due() {
        return QuarkusTransaction.requiringNew().call(() -> claims.dueBefore(lastDue(), MOST_A_ROUND));
    }

    /** Payments that were made on the last day are in the bank's file some days later. */
    private LocalDate lastDue() {
        return BusinessDates.today(clock).minusDays(days);
    }

    private void remind(ClaimId id) {
        QuarkusTransaction.requiringNew()
                .run(() -> claims.find(id).map(lock::lock).ifPresent(found -> {
                    var before = found.claim();
                    var late = before.dueOn().filter(lastDue()::isAfter);
                    if (late.isPresent()
                            && ClaimLifecycle.TABLE
                                    .refusal(before.state(), Act.REMIND)
                                    .isEmpty()) {
                        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                        var after = keep.keep(before, before.reminded(now), found.award());
                        letter.remind(after, found.award(), account.number().orElseThrow(), now);
                        keep.tell(
                                after,
                                found.award(),
                                NoticeKind.CLAIM_OVERDUE,
                                Map.of(
                                        "outstanding", after.outstanding(),
                                        "dueOn", late.get(),
                                        "kid", after.kid().value()));
                    }
                }));
    }
}
