package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/**
 * Raises a claim for money that was spent on something else than what it was given for, or for what a reduction of the award
 * has claimed. What a report leaves unspent comes by itself.
 */
@ApplicationScoped
public class RaiseClaim {
    /**
     * What is found.
     *
     * @param year the year that the money is of: the award's when it is empty, or one that it was carried over into
     * @param amount at most what there is of it
     * @param by the subject of the person
     */
    public record Command(
            AwardId award, Optional<Year> year, Claim.Cause cause, Kroner amount, String grounds, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is a draft, for a person to propose a decision of. */
        record Raised(Claim claim) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** One of the same cause is to be decided first. */
        record OpenAlready(ClaimId claim) implements Outcome {}

        /** There is no such award. */
        record Unknown() implements Outcome {}
    }

    private final Claims claims;
    private final Awards awards;
    private final LockClaim lock;
    private final Ledger ledger;
    private final KeepClaim keep;
    private final HandleClaims delegation;
    private final AuditLog audit;
    private final Clock clock;

    RaiseClaim(
            Claims claims,
            Awards awards,
            LockClaim lock,
            Ledger ledger,
            KeepClaim keep,
            HandleClaims delegation,
            AuditLog audit,
            Clock clock) {
        this.claims = claims;
        this.awards = awards;
        this.lock = lock;
        this.ledger = ledger;
        this.keep = keep;
        this.delegation = delegation;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome raise(Command command) {
        return awards.find(command.award())
                .filter(award -> delegation.lets("claim.raised", award.id(), award))
                .map(award -> raise(award, command))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome raise(Award award, Command command) {
        if (command.cause() == Claim.Cause.UNSPENT) {
            return new Outcome.Refused(List.of(BrokenRule.of("claim.comes-by-itself", "/cause")));
        }
        var year = command.year().orElse(award.year());
        ledger.lockAvailable(award.purpose().scheme(), year);
        var open = claims.lockOf(award.id(), year).stream()
                .filter(claim ->
                        claim.cause() == command.cause() && claim.state().isOpen())
                .findAny();
        if (open.isPresent()) {
            return new Outcome.OpenAlready(open.get().id());
        }
        var available = lock.available(award, year, command.cause());
        if (!command.amount().isPositive()) {
            return new Outcome.Refused(List.of(BrokenRule.of("validation.too-small", "/amount")));
        }
        if (command.amount().compareTo(available) > 0) {
            return new Outcome.Refused(
                    List.of(BrokenRule.of("claim.more-than-there-is", "/amount", "available", available)));
        }
        var raised = keep.open(
                Claim.draft(
                        claims.takeNumber(),
                        award,
                        year,
                        command.cause(),
                        command.amount(),
                        command.grounds().strip(),
                        command.by(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)),
                award);
        audit.decision(
                "claim.raised",
                raised.id().toString(),
                Map.of(
                        "amount",
                        command.amount().toString(),
                        "cause",
                        command.cause().code()));
        return new Outcome.Raised(raised);
    }
}
