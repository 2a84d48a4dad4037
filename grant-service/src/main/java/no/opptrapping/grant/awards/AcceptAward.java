package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;

/** Takes a municipality's acceptance (aksept) of an award letter: the terms and the account number. */
@ApplicationScoped
public class AcceptAward {
    /**
     * The acceptance as sent.
     *
     * @param by the municipality that calls, itself or through one that may act for it
     * @param acceptedBy the person who signs for the municipality
     */
    public record Command(
            AwardId award, KnownMunicipality by, String accountNumber, String acceptedBy, boolean termsAccepted) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The award can be paid. */
        record Accepted(Award award) implements Outcome {}

        /** Rules stand in the way: all of them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is changed: the award does not wait for acceptance. */
        record NotWaiting(AwardStatus status) implements Outcome {}

        /** The municipality has no organisation number that is known, so it cannot sign for itself nor be paid. */
        record OrganisationNumberUnknown() implements Outcome {}

        /** There is no such award, or it is not the caller's. */
        record Unknown() implements Outcome {}
    }

    private final Awards awards;
    private final CallerSight sight;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    AcceptAward(Awards awards, CallerSight sight, Outbox outbox, AuditLog audit, Clock clock) {
        this.awards = awards;
        this.sight = sight;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Accepts the award for the caller's municipality, or says why not. */
    @Transactional
    public Outcome accept(Command command) {
        var today = BusinessDates.today(clock);
        var found = awards.lock(command.award())
                .filter(award -> sight.reaches(
                        award.recipient().municipality(),
                        "award.acceptance",
                        award.id().toString()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var organisation = command.by().organisationNumber();
        if (organisation.isEmpty()) {
            return new Outcome.OrganisationNumberUnknown();
        }
        var award = found.get();
        if (award.status() != AwardStatus.AWARDED) {
            return new Outcome.NotWaiting(award.status());
        }
        var broken = new ArrayList<BrokenRule>();
        var account = AccountNumber.parse(command.accountNumber());
        if (account.isEmpty()) {
            broken.add(BrokenRule.of("award.account-number-wrong", "/accountNumber"));
        }
        if (command.acceptedBy().isBlank()) {
            broken.add(BrokenRule.of("award.accepted-by-missing", "/acceptedBy"));
        }
        if (!command.termsAccepted()) {
            broken.add(BrokenRule.of("award.terms-not-accepted", "/termsAccepted"));
        }
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var accepted = award.accepted(new Award.Acceptance(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                today,
                command.acceptedBy().strip(),
                organisation.get(),
                account.orElseThrow()));
        awards.update(accepted);
        outbox.append(AwardV1.event(accepted));
        audit.decision(
                "award.accepted",
                award.id().toString(),
                Map.of("reference", award.reference(), "late", Boolean.toString(accepted.isAcceptedLate())));
        return new Outcome.Accepted(accepted);
    }
}
