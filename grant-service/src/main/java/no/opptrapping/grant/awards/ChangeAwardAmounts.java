package no.opptrapping.grant.awards;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.LargestRemainder;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * Increases and reduces awards of one scheme's year, in the transaction of whatever decides it: award, ledger, payments
 * that are not sent, letter, notice and event. First it is asked what stands in the way, and nothing is written; then what
 * was found possible is carried out.
 */
@ApplicationScoped
public class ChangeAwardAmounts {
    /**
     * What an award is to be.
     *
     * @param amount zero or more; of zero nothing is left of the award
     * @param shares of a joint award, summing to the amount; empty: in proportion to those that it has
     * @param explanation why the amount is what it is, for the letter; empty: as the letter before says
     */
    public record NewAmount(
            AwardId award, Kroner amount, List<ParticipantShare> shares, List<LocalisedText> explanation) {
        public NewAmount {
            shares = List.copyOf(shares);
            explanation = List.copyOf(explanation);
        }

        /** An amount that is shared as before. */
        public NewAmount(AwardId award, Kroner amount) {
            this(award, amount, List.of(), List.of());
        }
    }

    /** Who changes awards, why, and what becomes of what is paid where one is reduced. */
    public record Act(
            AwardChange.Cause cause,
            LocalisedText reason,
            Optional<UUID> run,
            PaidPart paidPart,
            String by,
            Instant at) {}

    /** What was found. Until the transaction ends the awards, their payments and the scheme's year stay as they are. */
    public sealed interface Outcome {
        /** Nothing stands in the way, if there is money enough. */
        record Possible(Plan plan) implements Outcome {}

        /** All that stands in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    /**
     * What is to be done.
     *
     * @param available of the scheme's year before it
     */
    public record Plan(List<Step> steps, Kroner available, Act act) {
        public Plan {
            steps = List.copyOf(steps);
        }

        /** What it takes of the available; negative when it gives more than it takes. */
        public Kroner takes() {
            return Kroner.sum(steps.stream().map(Step::takes).toList());
        }

        /** What is claimed back. */
        public Kroner claims() {
            return Kroner.sum(
                    steps.stream().map(step -> step.change().claimed()).toList());
        }
    }

    /** One change, and the award after it. */
    public record Step(Award changed, AwardChange change, List<LocalisedText> explanation) {
        Kroner takes() {
            return change.takes();
        }

        private Posting posting() {
            return change.posting(changed.purpose().scheme(), changed.year(), changed.id());
        }
    }

    private final Awards awards;
    private final OpenPayments payments;
    private final Ledger ledger;
    private final KnownMunicipalities municipalities;
    private final KnownOffices offices;
    private final AcceptanceDays acceptanceDays;
    private final WriteAwardLetters letters;
    private final TellOfAwards tell;
    private final Outbox outbox;
    private final AuditLog audit;

    ChangeAwardAmounts(
            Awards awards,
            OpenPayments payments,
            Ledger ledger,
            KnownMunicipalities municipalities,
            KnownOffices offices,
            AcceptanceDays acceptanceDays,
            WriteAwardLetters letters,
            TellOfAwards tell,
            Outbox outbox,
            AuditLog audit) {
        this.awards = awards;
        this.payments = payments;
        this.ledger = ledger;
        this.municipalities = municipalities;
        this.offices = offices;
        this.acceptanceDays = acceptanceDays;
        this.letters = letters;
        this.tell = tell;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Finds what is to be done; an award that has the amount already is left as it is. */
    @Transactional(TxType.MANDATORY)
    public Outcome plan(SchemeId scheme, Year year, List<NewAmount> amounts, Act act) {
        return plan(scheme, year, Optional.empty(), amounts, act);
    }

    /**
     * The same of awards that the county governor's office made of its frame to municipalities that are its own on the day.
     */
    @Transactional(TxType.MANDATORY)
    public Outcome plan(
            SchemeId scheme, Year year, Optional<CountyGovernorOfficeId> office, List<NewAmount> amounts, Act act) {
        // Awards, then payments, then the ledger: whoever pays, confirms or ends them takes them in this order too.
        var wanted = amounts.stream().collect(Collectors.toMap(NewAmount::award, Function.identity()));
        var locked = awards.lockAll(wanted.keySet());
        var withTheBank = payments.lockWithTheBank(wanted.keySet());
        var available = office.map(one -> ledger.lockUnused(scheme, year, one))
                .orElseGet(() -> ledger.lockAvailable(scheme, year));
        if (locked.size() != wanted.size()
                || locked.stream()
                        .anyMatch(award -> !award.purpose().scheme().equals(scheme)
                                || !award.year().equals(year))) {
            throw new IllegalArgumentException("Not awards of " + scheme + "/" + year + ": " + wanted.keySet());
        }
        var broken = new ArrayList<BrokenRule>();
        var steps = new ArrayList<Step>();
        var ofOthers = ofOthers(office, wanted.keySet(), act);
        for (var award : locked) {
            var amount = Optional.ofNullable(wanted.get(award.id())).orElseThrow();
            if (!award.isValid()) {
                broken.add(BrokenRule.of(
                        "award.change-not-valid",
                        "",
                        "reference",
                        award.reference(),
                        "state",
                        award.status().code()));
            } else if (!award.amount().equals(amount.amount())) {
                broken.addAll(ofOthers.apply(award));
                switch (taking(award, amount.amount(), act, withTheBank)) {
                    case PaidPart.Taking.Taken taken -> steps.add(step(award, amount, taken.claimed(), act));
                    case PaidPart.Taking.WithTheBank(var sent) ->
                        broken.add(BrokenRule.of(
                                "award.change-with-the-bank", "", "reference", award.reference(), "amount", sent));
                    case PaidPart.Taking.Reported(var claimed, var unreported) ->
                        broken.add(BrokenRule.of(
                                "award.change-already-reported",
                                "",
                                "reference",
                                award.reference(),
                                "amount",
                                claimed,
                                "unreported",
                                unreported));
                }
            }
        }
        return broken.isEmpty() ? new Outcome.Possible(new Plan(steps, available, act)) : new Outcome.Refused(broken);
    }

    /**
     * What is in the way of the office's deciding of an award: what is taken or given back is posted on the frame that the
     * award was made of, which is not what is unused of another's, and the municipality can be another's by the day.
     */
    private Function<Award, List<BrokenRule>> ofOthers(
            Optional<CountyGovernorOfficeId> office, Set<AwardId> asked, Act act) {
        var frames = ledger.framesOf(asked.stream().map(AwardId::value).collect(Collectors.toSet()));
        var known = offices.get();
        var structure = municipalities.structure();
        var today = BusinessDates.of(act.at());
        return award -> {
            var broken = new ArrayList<BrokenRule>();
            if (!Optional.ofNullable(frames.get(award.id().value())).equals(office)) {
                broken.add(BrokenRule.of("award.change-of-another-frame", "", "reference", award.reference()));
            }
            if (office.isPresent()
                    && !known.of(award.recipient().municipality(), structure, today)
                            .equals(office)) {
                broken.add(BrokenRule.of("award.change-of-another-office", "", "reference", award.reference()));
            }
            return broken;
        };
    }

    private PaidPart.Taking taking(Award award, Kroner amount, Act act, Map<AwardId, Kroner> withTheBank) {
        var reduction = award.amount().minus(amount);
        if (reduction.isNegative()) {
            return new PaidPart.Taking.Taken(Kroner.ZERO, Kroner.ZERO);
        }
        var standing = ledger.standing(award.id().value())
                .orElseThrow(() -> new IllegalStateException("Not in the ledger: " + award.reference()));
        return act.paidPart().take(reduction, standing(standing, withTheBank.getOrDefault(award.id(), Kroner.ZERO)));
    }

    private static PaidPart.Standing standing(AwardStanding of, Kroner withTheBank) {
        return new PaidPart.Standing(
                of.on(Account.AWARDED_UNPAID),
                withTheBank,
                of.on(Account.PAID_UNREPORTED),
                of.reportedSpent().plus(of.reportedUnspent()));
    }

    private Step step(Award award, NewAmount amount, Kroner claimed, Act act) {
        var change = new AwardChange(
                UUID.randomUUID(),
                act.cause(),
                award.amount(),
                amount.amount(),
                claimed,
                shares(award, amount),
                act.reason(),
                act.run(),
                act.by(),
                act.at());
        return new Step(award.changed(change, acceptanceDays.anew(award, change)), change, amount.explanation());
    }

    private static List<ParticipantShare> shares(Award award, NewAmount amount) {
        if (amount.amount().isZero() || !amount.shares().isEmpty()) {
            return amount.amount().isZero() ? List.of() : amount.shares();
        }
        var had = award.participants();
        var parts = LargestRemainder.split(
                amount.amount(),
                had.stream().map(one -> BigDecimal.valueOf(one.share().value())).toList());
        return IntStream.range(0, had.size())
                .mapToObj(i -> new ParticipantShare(
                        had.get(i).municipality(), had.get(i).number(), parts.get(i)))
                .toList();
    }

    /**
     * Carries it out.
     *
     * @throws IllegalArgumentException when it takes more than is available, which the caller has seen
     */
    @Transactional(TxType.MANDATORY)
    @CanIgnoreReturnValue
    public List<Award> carryOut(Plan plan) {
        if (plan.takes().compareTo(plan.available()) > 0) {
            throw new IllegalArgumentException("Takes " + plan.takes() + " of " + plan.available());
        }
        var reduced = new HashSet<AwardId>();
        var postings = new ArrayList<Posting>();
        for (var step : plan.steps()) {
            if (step.change().difference().isNegative()) {
                reduced.add(step.changed().id());
                // What is given back first, so that the increases find it.
                postings.addFirst(step.posting());
            } else {
                postings.add(step.posting());
            }
        }
        var act = plan.act();
        var changed = plan.steps().stream().map(Step::changed).toList();
        payments.cancelUnsent(reduced, act.by(), act.at());
        awards.update(changed);
        ledger.post(postings);
        outbox.append(changed.stream().map(AwardV1::event).toList());
        plan.steps().forEach(step -> letters.renew(step.changed(), act.at(), step.explanation()));
        tell.changed(changed);
        plan.steps()
                .forEach(step -> audit.decision(
                        "award.changed",
                        step.changed().id().toString(),
                        Map.of(
                                "cause", step.change().cause().code(),
                                "before", step.change().before().toString(),
                                "after", step.change().after().toString(),
                                "claimed", step.change().claimed().toString())));
        return changed;
    }
}
