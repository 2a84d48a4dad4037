package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.grant.priornotices.AskPriorNotice;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.priornotices.SendPriorNotice;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/**
 * Gives the municipality notice of a claim before it is decided, or that one that is decided is to be settled against money
 * that the municipality is to have (forvaltningsloven § 16).
 */
@ApplicationScoped
public class NotifyOfClaim {
    /**
     * What notice is given of.
     *
     * @param kind {@link PriorNoticeKind#RECOVERY} before it is decided, {@link PriorNoticeKind#SETTLEMENT} after
     * @param text why, for the municipality to read
     * @param by the subject of the person
     */
    public record Command(ClaimId id, PriorNoticeKind kind, String text, String by) {}

    private final ActOnClaim act;
    private final KeepClaim keep;
    private final SendPriorNotice send;
    private final AskPriorNotice ask;
    private final AuditLog audit;
    private final Clock clock;

    NotifyOfClaim(
            ActOnClaim act, KeepClaim keep, SendPriorNotice send, AskPriorNotice ask, AuditLog audit, Clock clock) {
        this.act = act;
        this.keep = keep;
        this.send = send;
        this.ask = ask;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ClaimOutcome notify(Command command) {
        var step = command.kind() == PriorNoticeKind.RECOVERY ? Act.NOTIFY : Act.NOTIFY_SETTLEMENT;
        return switch (act.begin(command.id(), step)) {
            case ActOnClaim.Start.Unknown() -> new ClaimOutcome.Unknown();
            case ActOnClaim.Start.NotNow(var code, var state) -> new ClaimOutcome.NotNow(code, state);
            case ActOnClaim.Start.Possible(var found) -> notify(found, step, command);
        };
    }

    private ClaimOutcome notify(LockClaim.Locked found, Act step, Command command) {
        var before = found.claim();
        var amount = step == Act.NOTIFY
                ? before.proposal().map(Claim.Word::amount).orElse(Kroner.ZERO)
                : before.outstanding();
        if (amount.isZero()) {
            return new ClaimOutcome.Refused(List.of(BrokenRule.of("claim.nothing-to-notify-of", "")));
        }
        if (ask.isOpen(command.kind(), before.id().value())) {
            return new ClaimOutcome.Refused(List.of(BrokenRule.of("claim.notified-before", "")));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var state = step == Act.NOTIFY ? State.NOTIFIED : before.state();
        var after = keep.keep(
                before, before.in(ClaimLifecycle.TABLE.follow(before.state(), step, state), now), found.award());
        var notice = send.send(new SendPriorNotice.Command(
                command.kind(),
                before.id().value(),
                "/v1/claims/" + before.id(),
                found.award(),
                amount,
                command.text(),
                command.by()));
        audit.decision(
                "claim.notified",
                before.id().toString(),
                Map.of(
                        "kind",
                        command.kind().code(),
                        "answerBy",
                        notice.answerBy().toString()));
        return new ClaimOutcome.Done(after);
    }
}
