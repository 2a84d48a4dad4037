package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.reported.HearReport;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/** Agrees, as another person, to what one person has said of what is owed; or says no, with the reason. */
@ApplicationScoped
public class AnswerStep {
    /**
     * The answer.
     *
     * @param reason why; needed for a no
     * @param by the subject of the person
     */
    public record Command(ClaimId id, int number, boolean granted, Optional<String> reason, String by) {}

    private final ActOnClaim act;
    private final KeepClaim keep;
    private final HearReport reports;
    private final AuditLog audit;
    private final Clock clock;

    AnswerStep(ActOnClaim act, KeepClaim keep, HearReport reports, AuditLog audit, Clock clock) {
        this.act = act;
        this.keep = keep;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ClaimOutcome answer(Command command) {
        var step = command.granted() ? Act.AGREE : Act.REFUSE;
        return switch (act.begin(command.id(), step)) {
            case ActOnClaim.Start.Unknown() -> new ClaimOutcome.Unknown();
            case ActOnClaim.Start.NotNow(var code, var state) -> new ClaimOutcome.NotNow(code, state);
            case ActOnClaim.Start.Possible(var found) -> answer(found, step, command);
        };
    }

    private ClaimOutcome answer(LockClaim.Locked found, Act act, Command command) {
        var before = found.claim();
        var step = before.steps().stream()
                .filter(one -> one.number() == command.number())
                .findAny();
        if (step.isEmpty()) {
            return new ClaimOutcome.Unknown();
        }
        if (!step.get().isWaiting()) {
            return new ClaimOutcome.NotNow("claim.step-not-waiting", before.state());
        }
        if (step.get().by().equals(command.by())) {
            audit.denied("claim.step-answered", before.id().toString(), Map.of("reason", "entered by the same"));
            return new ClaimOutcome.SamePerson();
        }
        var broken = broken(before, step.get(), command);
        if (!broken.isEmpty()) {
            return new ClaimOutcome.Refused(broken);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var answer = new Claim.Answer(
                command.granted(), command.by(), now, command.reason().map(String::strip));
        var answered = before.with(step.get().answered(answer, Optional.empty()), now);
        var state = answered.outstanding().isZero() ? State.SETTLED : before.state();
        var after = keep.keep(
                before, answered.in(ClaimLifecycle.TABLE.follow(before.state(), act, state), now), found.award());
        if (command.granted()) {
            // What a report says that did not fit before is posted with what makes room for it.
            reports.settle(found.award().id().value(), after.year());
            tell(after, step.get(), found.award());
        }
        audit.decision(
                "claim.step-answered",
                before.id().toString(),
                Map.of(
                        "kind", step.get().kind().code(),
                        "granted", Boolean.toString(command.granted())));
        return new ClaimOutcome.Done(after);
    }

    /** Of what has been paid back meanwhile nothing is given up. */
    private static List<BrokenRule> broken(Claim claim, Claim.Step step, Command command) {
        var broken = new ArrayList<BrokenRule>();
        if (!command.granted() && command.reason().isEmpty()) {
            broken.add(BrokenRule.of("validation.missing", "/reason"));
        }
        var amount = step.change().negated();
        if (command.granted() && amount.compareTo(claim.outstanding()) > 0) {
            broken.add(BrokenRule.of(
                    "claim.more-than-owed",
                    "",
                    "owed",
                    claim.outstanding(),
                    "surplus",
                    amount.minus(claim.outstanding())));
        }
        return broken;
    }

    private void tell(Claim after, Claim.Step step, Award award) {
        var amount = step.change().negated();
        switch (step.kind()) {
            case REPAID ->
                keep.tell(
                        after,
                        award,
                        NoticeKind.REPAYMENT_RECEIVED,
                        Map.of("amount", amount, "outstanding", after.outstanding()));
            case LOWERED, WRITTEN_OFF, SETTLED ->
                keep.tell(
                        after,
                        award,
                        NoticeKind.CLAIM_LOWERED,
                        Map.of("amount", amount, "outstanding", after.outstanding(), "reason", step.reason()));
            case CLAIMED -> throw new IllegalArgumentException("A claim that waits: " + step);
        }
    }
}
