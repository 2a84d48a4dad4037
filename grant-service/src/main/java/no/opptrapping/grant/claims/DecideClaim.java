package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.bankfiles.OwnAccount;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.grant.deadlines.WorkingDays;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.priornotices.AskPriorNotice;
import no.opptrapping.grant.priornotices.PriorNotice;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.schemerules.SchemeRecovery;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Decides what another person has proposed to claim: wholly, partly or not at all, when the municipality has been heard, whose
 * comments are answered. What a reduction of the award has claimed and is not claimed here is given up.
 */
@ApplicationScoped
public class DecideClaim {
    /**
     * What is decided.
     *
     * @param amount at most what is proposed; zero: nothing
     * @param answer what the municipality's comments are answered; empty when it has not made any
     * @param by the subject of the person
     */
    public record Command(ClaimId id, Kroner amount, String reason, Optional<String> answer, String by) {}

    private final ActOnClaim act;
    private final KeepClaim keep;
    private final AskPriorNotice ask;
    private final ClaimLetter letter;
    private final OwnAccount account;
    private final SchemeVersions versions;
    private final WorkingDays workingDays;
    private final AuditLog audit;
    private final Clock clock;

    DecideClaim(
            ActOnClaim act,
            KeepClaim keep,
            AskPriorNotice ask,
            ClaimLetter letter,
            OwnAccount account,
            SchemeVersions versions,
            WorkingDays workingDays,
            AuditLog audit,
            Clock clock) {
        this.act = act;
        this.keep = keep;
        this.ask = ask;
        this.letter = letter;
        this.account = account;
        this.versions = versions;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ClaimOutcome decide(Command command) {
        var step = command.amount().isPositive() ? Act.DECIDE : Act.DROP;
        return switch (act.begin(command.id(), step)) {
            case ActOnClaim.Start.Unknown() -> new ClaimOutcome.Unknown();
            case ActOnClaim.Start.NotNow(var code, var state) -> new ClaimOutcome.NotNow(code, state);
            case ActOnClaim.Start.Possible(var found) -> decide(found, step, command);
        };
    }

    private ClaimOutcome decide(LockClaim.Locked found, Act step, Command command) {
        var before = found.claim();
        var proposal = before.proposal().orElseThrow();
        if (proposal.by().equals(command.by())) {
            audit.denied("claim.decided", before.id().toString(), Map.of("reason", "proposed by the same"));
            return new ClaimOutcome.SamePerson();
        }
        var broken = broken(found, proposal, step, command);
        if (!broken.isEmpty()) {
            return new ClaimOutcome.Refused(broken);
        }
        if (step == Act.DECIDE && account.number().isEmpty()) {
            return new ClaimOutcome.NoAccount();
        }
        var decided = decided(found, step, proposal, command);
        // Who is answered is asked while the notice can still be read as it was.
        var comments = ask.comments(PriorNoticeKind.RECOVERY, before.id().value());
        var wasTold = ask.isOpen(PriorNoticeKind.RECOVERY, before.id().value());
        var after = keep.keep(before, decided, found.award());
        ask.close(PriorNoticeKind.RECOVERY, before.id().value(), after.changedAt());
        tell(after, found.award(), comments, wasTold);
        audit.decision(
                "claim.decided",
                before.id().toString(),
                Map.of("amount", command.amount().toString()));
        return new ClaimOutcome.Done(after);
    }

    private List<BrokenRule> broken(LockClaim.Locked found, Claim.Word proposal, Act step, Command command) {
        var broken = new ArrayList<>(ClaimRules.brokenBy(found, command.amount()));
        if (command.amount().compareTo(proposal.amount()) > 0) {
            broken.add(BrokenRule.of("claim.more-than-proposed", "/amount", "proposed", proposal.amount()));
        }
        if (step == Act.DECIDE) {
            broken.addAll(
                    ask.inTheWay(PriorNoticeKind.RECOVERY, found.claim().id().value(), command.answer()));
        }
        return broken;
    }

    private Claim decided(LockClaim.Locked found, Act step, Claim.Word proposal, Command command) {
        var before = found.claim();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = BusinessDates.of(now);
        var reason = command.reason().strip();
        var answer = command.answer().map(String::strip);
        var dueOn = step == Act.DECIDE
                ? Optional.of(workingDays.after(today, terms(found.award()).dueDays()))
                : Optional.<LocalDate>empty();
        var decision = new Claim.Decision(command.amount(), reason, answer, command.by(), now, dueOn);
        var state = step == Act.DECIDE ? State.CLAIMED : State.DROPPED;
        var after = before.decided(decision).in(ClaimLifecycle.TABLE.follow(before.state(), step, state), now);
        var givenUp = before.cause() == Claim.Cause.REDUCTION
                ? before.found().min(found.available()).minus(command.amount())
                : Kroner.ZERO;
        var taken = command.amount().plus(givenUp);
        if (taken.isPositive()) {
            after = after.stepped(
                    Claim.StepKind.CLAIMED,
                    taken,
                    reason,
                    today,
                    false,
                    command.by(),
                    now,
                    Optional.empty(),
                    Optional.empty());
        }
        if (givenUp.isPositive()) {
            var agreed = new Claim.Answer(true, command.by(), now, Optional.empty());
            after = after.stepped(
                    Claim.StepKind.WRITTEN_OFF,
                    givenUp.negated(),
                    reason,
                    today,
                    true,
                    proposal.by(),
                    now,
                    Optional.of(agreed),
                    Optional.empty());
        }
        return after;
    }

    private SchemeRecovery terms(Award award) {
        return versions.find(award.purpose().scheme(), award.purpose().version())
                .orElseThrow(() -> new IllegalStateException("No rules of award " + award.reference()))
                .rules()
                .recoveryTerms();
    }

    /** Of what is dropped before it was told of, nothing is told. */
    private void tell(Claim after, Award award, List<PriorNotice.Comment> comments, boolean wasTold) {
        var decision = after.decision().orElseThrow();
        if (decision.amount().isPositive()) {
            letter.issue(after, award, comments, account.number().orElseThrow());
            keep.tell(
                    after,
                    award,
                    NoticeKind.CLAIM_MADE,
                    Map.of(
                            "amount", decision.amount(),
                            "dueOn", decision.dueOn().orElseThrow(),
                            "kid", after.kid().value()));
        } else if (wasTold) {
            keep.tell(after, award, NoticeKind.CLAIM_DROPPED, Map.of("reason", decision.reason()));
        }
    }
}
