package no.opptrapping.grant.claims;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kid;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim (<i>tilbakebetalingskrav</i>): money of an award that is to be paid back, and what has become of it.
 *
 * @param number what its KID is made of
 * @param kid what a repayment is known by
 * @param year the year that the money is of: the award's, or one that it was carried over into
 * @param recipient the award's; whoever bears its duties pays
 * @param version 1 when it is opened, one more for each change
 * @param found what a report leaves, or what the person who raised it has found
 * @param grounds why, in words for the administration
 * @param proposal what one person says is to be claimed
 * @param decision what another person has decided; empty of one that fell away by itself
 * @param remindedAt when the municipality was reminded of what it had not paid
 * @param steps what has moved its money or is to, oldest first
 */
public record Claim(
        ClaimId id,
        long number,
        Kid kid,
        AwardId award,
        SchemeId scheme,
        Year year,
        MunicipalityId recipient,
        long version,
        Cause cause,
        State state,
        Kroner found,
        String grounds,
        String raisedBy,
        Optional<Word> proposal,
        Optional<Decision> decision,
        Optional<Instant> remindedAt,
        List<Step> steps,
        Instant openedAt,
        Instant changedAt) {
    private static final int DIGITS = 10;

    /** Why money is to be paid back. */
    @Schema(name = "ClaimCause")
    public enum Cause {
        /** An approved report leaves it, and it is not carried over. */
        UNSPENT(Optional.of(Account.UNSPENT)),
        /** It was spent on something else than what it was given for. */
        MISSPENT(Optional.of(Account.SPENT)),
        /** The award was reduced below what had been paid of it: the reduction has claimed it in the ledger. */
        REDUCTION(Optional.empty());

        private final Optional<Account> account;

        Cause(Optional<Account> account) {
            this.account = account;
        }

        /** The word for it in JSON, in events and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The account that the money is claimed of; empty when it is claimed there already. */
        public Optional<Account> account() {
            return account;
        }
    }

    /** How far it has come. */
    @Schema(name = "ClaimState")
    public enum State {
        /** A person is to look at it. */
        DRAFT,
        /** One person has said what is to be claimed. */
        PROPOSED,
        /** The municipality has been given notice and can comment. */
        NOTIFIED,
        /** It is decided by another person, and is to be paid. */
        CLAIMED,
        /** It was not paid in time, and the municipality has been reminded. */
        OVERDUE,
        /** Nothing is owed any more. */
        SETTLED,
        /** Nothing is claimed. */
        DROPPED;

        /** The word for it in JSON, in events and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is to be decided still. */
        public boolean isOpen() {
            return this == DRAFT || this == PROPOSED || this == NOTIFIED;
        }
    }

    /** What one person says of it. */
    public record Word(Kroner amount, String reason, String by, Instant at) {}

    /**
     * What is decided.
     *
     * @param amount zero: nothing is claimed
     * @param answer what the municipality's comments are answered
     * @param dueOn the last day on which it is paid in time; empty when nothing is claimed
     */
    public record Decision(
            Kroner amount, String reason, Optional<String> answer, String by, Instant at, Optional<LocalDate> dueOn) {}

    /** What moves its money. */
    @Schema(name = "ClaimStepKind")
    public enum StepKind {
        /** It is decided. */
        CLAIMED(Posting.Kind.CLAIMED),
        /** Less is claimed, since a corrected report says so. */
        LOWERED(Posting.Kind.CLAIM_LOWERED),
        /** Money has come. */
        REPAID(Posting.Kind.REPAID),
        /** It is settled against money that the municipality was to have. */
        SETTLED(Posting.Kind.SETTLED),
        /** It is given up. */
        WRITTEN_OFF(Posting.Kind.WRITTEN_OFF);

        private final Posting.Kind posting;

        StepKind(Posting.Kind posting) {
            this.posting = posting;
        }

        Posting.Kind posting() {
            return posting;
        }

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one with the code; an unknown one is a bug, since the database knows the same. */
        public static StepKind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * What moves its money, or is to when another person agrees.
     *
     * @param change what it does to what is owed
     * @param on the day that it is of: on which money came, or it was decided
     * @param byTwo whether it counts only when another person agrees
     * @param answer what another person says of it
     * @param credit the line of the bank that it is of
     * @param payment the payment that it is settled against
     */
    public record Step(
            UUID id,
            int number,
            StepKind kind,
            Kroner change,
            String reason,
            LocalDate on,
            boolean byTwo,
            String by,
            Instant at,
            Optional<Answer> answer,
            Optional<UUID> credit,
            Optional<UUID> payment) {
        /** Whether its money has moved. */
        public boolean counts() {
            return !byTwo || answer.filter(Answer::granted).isPresent();
        }

        /** Whether another person is to say something of it. */
        public boolean isWaiting() {
            return byTwo && answer.isEmpty();
        }

        Step answered(Answer how, Optional<UUID> against) {
            return new Step(id, number, kind, change, reason, on, byTwo, by, at, Optional.of(how), credit, against);
        }
    }

    /**
     * What another person says of a step.
     *
     * @param reason why not; why, if the person says so
     */
    public record Answer(boolean granted, String by, Instant at, Optional<String> reason) {}

    public Claim {
        steps = List.copyOf(steps);
    }

    /** One of which nobody has said anything yet. */
    static Claim draft(
            long number, Award award, Year year, Cause cause, Kroner found, String grounds, String by, Instant at) {
        return new Claim(
                ClaimId.random(),
                number,
                Kid.of(number, DIGITS, Kid.Modulus.TEN),
                award.id(),
                award.purpose().scheme(),
                year,
                award.recipient().municipality(),
                1,
                cause,
                State.DRAFT,
                found,
                grounds,
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                at,
                at);
    }

    /** What is owed. */
    public Kroner outstanding() {
        return sum(Set.of(StepKind.values()));
    }

    /** What is claimed: what was decided, less what it has been lowered by. */
    public Kroner claimed() {
        return sum(Set.of(StepKind.CLAIMED, StepKind.LOWERED));
    }

    /** What has come, or has been settled against what the municipality was to have. */
    public Kroner met() {
        return sum(Set.of(StepKind.REPAID, StepKind.SETTLED)).negated();
    }

    /** What has been given up. */
    public Kroner writtenOff() {
        return sum(Set.of(StepKind.WRITTEN_OFF)).negated();
    }

    /** What is owed when everything that waits is agreed to. */
    Kroner owedWhenAnswered() {
        return outstanding()
                .plus(Kroner.sum(
                        steps.stream().filter(Step::isWaiting).map(Step::change).toList()));
    }

    private Kroner sum(Set<StepKind> kinds) {
        return Kroner.sum(steps.stream()
                .filter(step -> step.counts() && kinds.contains(step.kind()))
                .map(Step::change)
                .toList());
    }

    /** The last day on which it is paid in time. */
    public Optional<LocalDate> dueOn() {
        return decision.flatMap(Decision::dueOn);
    }

    Claim finding(Kroner amount, Instant at) {
        return with(state, amount, proposal, decision, remindedAt, steps, at);
    }

    Claim proposed(Word word) {
        return with(State.PROPOSED, found, Optional.of(word), decision, remindedAt, steps, word.at());
    }

    Claim decided(Decision made) {
        return with(state, found, proposal, Optional.of(made), remindedAt, steps, made.at());
    }

    Claim reminded(Instant at) {
        return with(State.OVERDUE, found, proposal, decision, Optional.of(at), steps, at);
    }

    Claim in(State next, Instant at) {
        return with(next, found, proposal, decision, remindedAt, steps, at);
    }

    /** The same with a step that is new, or has been answered. */
    Claim with(Step step, Instant at) {
        var all = new ArrayList<>(steps);
        all.removeIf(one -> one.id().equals(step.id()));
        all.add(step);
        all.sort(Comparator.comparingInt(Step::number));
        return with(state, found, proposal, decision, remindedAt, all, at);
    }

    /** The same with another step, which is the next. */
    Claim stepped(
            StepKind kind,
            Kroner change,
            String reason,
            LocalDate on,
            boolean byTwo,
            String by,
            Instant at,
            Optional<Answer> answer,
            Optional<UUID> credit) {
        return with(
                new Step(
                        UUID.randomUUID(),
                        steps.size() + 1,
                        kind,
                        change,
                        reason,
                        on,
                        byTwo,
                        by,
                        at,
                        answer,
                        credit,
                        Optional.empty()),
                at);
    }

    private Claim with(
            State next,
            Kroner amount,
            Optional<Word> word,
            Optional<Decision> made,
            Optional<Instant> reminded,
            List<Step> all,
            Instant at) {
        return new Claim(
                id, number, kid, award, scheme, year, recipient, version, cause, next, amount, grounds, raisedBy, word,
                made, reminded, all, openedAt, at);
    }

    /** The same as the next version. */
    Claim next() {
        return new Claim(
                id,
                number,
                kid,
                award,
                scheme,
                year,
                recipient,
                version + 1,
                cause,
                state,
                found,
                grounds,
                raisedBy,
                proposal,
                decision,
                remindedAt,
                steps,
                openedAt,
                changedAt);
    }
}
