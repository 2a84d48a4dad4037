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
import java.util.UUID;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Says that less is owed of a claim: money that came otherwise than with its KID, a corrected report, or what is given up.
 * Another person has to agree before anything moves.
 */
@ApplicationScoped
public class EnterStep {
    /**
     * What is said.
     *
     * @param kind not {@link Claim.StepKind#CLAIMED}
     * @param amount above zero
     * @param on the day on which money came; empty: today
     * @param credit the line of the bank that money came with, which has been put aside
     * @param by the subject of the person
     */
    public record Command(
            ClaimId id,
            Claim.StepKind kind,
            Kroner amount,
            String reason,
            Optional<LocalDate> on,
            Optional<UUID> credit,
            String by) {}

    private final ActOnClaim act;
    private final KeepClaim keep;
    private final BankCredits credits;
    private final AuditLog audit;
    private final Clock clock;

    EnterStep(ActOnClaim act, KeepClaim keep, BankCredits credits, AuditLog audit, Clock clock) {
        this.act = act;
        this.keep = keep;
        this.credits = credits;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ClaimOutcome enter(Command command) {
        return switch (act.begin(command.id(), Act.ENTER)) {
            case ActOnClaim.Start.Unknown() -> new ClaimOutcome.Unknown();
            case ActOnClaim.Start.NotNow(var code, var state) -> new ClaimOutcome.NotNow(code, state);
            case ActOnClaim.Start.Possible(var found) -> enter(found, command);
        };
    }

    private ClaimOutcome enter(LockClaim.Locked found, Command command) {
        var before = found.claim();
        var today = BusinessDates.today(clock);
        var broken = broken(before, command, today);
        if (!broken.isEmpty()) {
            return new ClaimOutcome.Refused(broken);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var after = keep.keep(
                before,
                before.stepped(
                        command.kind(),
                        command.amount().negated(),
                        command.reason().strip(),
                        command.on().orElse(today),
                        true,
                        command.by(),
                        now,
                        Optional.empty(),
                        command.credit()),
                found.award());
        audit.decision(
                "claim.step-entered",
                before.id().toString(),
                Map.of(
                        "kind", command.kind().code(),
                        "amount", command.amount().toString()));
        return new ClaimOutcome.Done(after);
    }

    private List<BrokenRule> broken(Claim claim, Command command, LocalDate today) {
        var broken = new ArrayList<BrokenRule>();
        if (!command.amount().isPositive()) {
            broken.add(BrokenRule.of("validation.too-small", "/amount"));
        }
        var owed = claim.owedWhenAnswered();
        if (command.amount().compareTo(owed) > 0) {
            broken.add(BrokenRule.of(
                    "claim.more-than-owed",
                    "/amount",
                    "owed",
                    owed,
                    "surplus",
                    command.amount().minus(owed)));
        }
        command.on()
                .filter(day -> day.isAfter(today))
                .ifPresent(day ->
                        broken.add(BrokenRule.of("claim.day-to-come", "/receivedOn", "day", day, "today", today)));
        if (command.kind() == Claim.StepKind.LOWERED && claim.cause().account().isEmpty()) {
            broken.add(BrokenRule.of("claim.lowered-by-reports-only", "/kind"));
        }
        command.credit().ifPresent(credit -> brokenBy(credit, command).ifPresent(broken::add));
        return broken;
    }

    private Optional<BrokenRule> brokenBy(UUID id, Command command) {
        var credit = credits.lock(new BankCreditId(id)).filter(BankCredit::isAside);
        if (command.kind() != Claim.StepKind.REPAID || credit.isEmpty()) {
            return Optional.of(BrokenRule.of("claim.credit-not-aside", "/creditId"));
        }
        var left = credit.get().left();
        return command.amount().compareTo(left) > 0
                ? Optional.of(BrokenRule.of("claim.more-than-the-credit", "/amount", "left", left))
                : Optional.empty();
    }
}
