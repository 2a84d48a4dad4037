package no.opptrapping.grant.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * Takes another account for an award from the municipality that holds it. Payments that are not sent are cancelled, so that
 * what was approved to one account is never paid to another; above the scheme's limit a person at the Directorate has to
 * approve the account before anything is ordered to it.
 */
@ApplicationScoped
public class ChangeAccount {
    /**
     * The account as sent.
     *
     * @param by the municipality that calls, itself or through one that may act for it
     * @param statedBy the person who signs for the municipality
     */
    public record Command(AwardId award, KnownMunicipality by, AccountNumber account, String statedBy) {}

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * It is in force, or waits for approval.
         *
         * @param cancelled how many payments have to be ordered again
         */
        record Stated(AwardAccount account, int cancelled) implements Outcome {}

        /** Rules stand in the way: all of them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is changed: the award is not accepted, so that there is nothing to pay. */
        record NotAccepted(AwardStatus status) implements Outcome {}

        /** Nothing is changed: a payment has been sent to the bank, which has not answered. */
        record PaymentSent() implements Outcome {}

        /** The municipality has no organisation number that is known, so it cannot be paid. */
        record OrganisationNumberUnknown() implements Outcome {}

        /** There is no such award, or it is not the caller's. */
        record Unknown() implements Outcome {}
    }

    private final Awards awards;
    private final Accounts accounts;
    private final UnsentPayments payments;
    private final SchemeVersions versions;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    ChangeAccount(
            Awards awards,
            Accounts accounts,
            UnsentPayments payments,
            SchemeVersions versions,
            CallerSight sight,
            AuditLog audit,
            Clock clock) {
        this.awards = awards;
        this.accounts = accounts;
        this.payments = payments;
        this.versions = versions;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome change(Command command) {
        var found = awards.lock(command.award())
                .filter(award -> sight.reaches(award.recipient().municipality(), "award.account", award.id()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var organisation = command.by().organisationNumber();
        if (organisation.isEmpty()) {
            return new Outcome.OrganisationNumberUnknown();
        }
        var award = found.get();
        if (award.status() != AwardStatus.ACCEPTED) {
            return new Outcome.NotAccepted(award.status());
        }
        var standing = accounts.standing(award.id());
        if (standing.payableTo(award).filter(command.account()::equals).isPresent()) {
            return new Outcome.Refused(List.of(BrokenRule.of("account.unchanged", "/accountNumber")));
        }
        if (payments.anyWithTheBank(award.id())) {
            return new Outcome.PaymentSent();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var second = needsApproval(award);
        var stated = new AwardAccount(
                award.id(),
                accounts.lastNumber(award.id()) + 1,
                command.account(),
                award.holder().municipality(),
                command.statedBy().strip(),
                organisation.get(),
                now,
                second,
                second ? AccountStatus.WAITING : AccountStatus.IN_FORCE,
                Optional.empty());
        standing.waiting().map(AwardAccount::replaced).ifPresent(accounts::update);
        if (!second) {
            standing.inForce().map(AwardAccount::replaced).ifPresent(accounts::update);
        }
        accounts.add(stated);
        var cancelled = payments.cancel(award.id(), stated.statedBy(), now);
        audit.decision(
                "award.account-stated",
                award.id().toString(),
                Map.of(
                        "number", Integer.toString(stated.number()),
                        "status", stated.status().code(),
                        "cancelled", Integer.toString(cancelled)));
        return new Outcome.Stated(stated, cancelled);
    }

    private boolean needsApproval(Award award) {
        return versions.find(award.purpose().scheme(), award.purpose().version())
                .flatMap(version -> version.rules().paymentTerms().twoPersonsAbove())
                .filter(limit -> award.amount().compareTo(limit) > 0)
                .isPresent();
    }
}
