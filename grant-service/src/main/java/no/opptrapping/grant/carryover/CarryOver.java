package no.opptrapping.grant.carryover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is carried over (<i>overføres</i>) of an award from one year to the next: the money that an approved report says is not
 * spent, and what has become of it here.
 *
 * @param from the award's year, or a later one that its money had been carried over into
 * @param recipient the municipality that was awarded the money
 * @param version 1 when it is opened, one more for each change
 * @param unspent what the last approved report says
 * @param claimed what has been claimed back of it
 * @param terms what the scheme's rules let the municipality keep
 * @param steps what has been carried over, and taken back again, oldest first
 * @param requests what has been applied for or is to be corrected, oldest first; no more than the last is undecided
 */
public record CarryOver(
        CarryOverId id,
        AwardId award,
        SchemeId scheme,
        Year from,
        MunicipalityId recipient,
        long version,
        Kroner unspent,
        Kroner claimed,
        CarryOverTerms terms,
        List<Step> steps,
        List<Request> requests,
        Instant openedAt,
        Instant changedAt) {
    /** How far it has come. */
    @Schema(name = "CarryOverState")
    public enum State {
        /** The municipality can apply to carry over more. */
        OPEN,
        /** It has applied, and an adviser is to propose a decision. */
        APPLIED,
        /** A decision is proposed, and another person is to make it. */
        PROPOSED,
        /** Nobody has to do anything. */
        SETTLED,
        /** More has been carried over than a corrected report says is unspent: a person is to say what remains. */
        EXCEEDED;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why money was carried over. */
    @Schema(name = "CarryOverCause")
    public enum Cause {
        /** The scheme's rules let the municipality keep it without asking. */
        RULE,
        /** It applied, and two persons decided. */
        DECISION,
        /** A corrected report said that less was unspent, and two persons decided what remained. */
        CORRECTION;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Money that was carried over, or taken back when the change is negative. */
    public record Step(
            UUID id, int number, Cause cause, Kroner change, Optional<UUID> request, String by, Instant at) {}

    /** What a request asks. */
    @Schema(name = "CarryOverRequestKind")
    public enum Kind {
        /** The municipality applies to carry over more. */
        APPLICATION,
        /** A corrected report says that less is unspent than has been carried over. */
        CORRECTION;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An application of the municipality, or a correction that a person at the Directorate has found necessary.
     *
     * @param amount what is applied for; of a correction what is carried over before it
     * @param unspent what the report said when it was made
     * @param by the municipality's person who answers for it, or the adviser
     */
    public record Request(
            UUID id,
            int number,
            Kind kind,
            Kroner amount,
            Kroner unspent,
            String reasons,
            String by,
            Instant at,
            Optional<Word> proposal,
            Optional<Word> decision) {
        Request proposed(Word word) {
            return new Request(id, number, kind, amount, unspent, reasons, by, at, Optional.of(word), decision);
        }

        Request decided(Word word) {
            return new Request(id, number, kind, amount, unspent, reasons, by, at, proposal, Optional.of(word));
        }
    }

    /**
     * What one person says of a request.
     *
     * @param amount what is to be carried over of it; of a correction what is to remain
     */
    public record Word(Kroner amount, String reason, String by, Instant at) {}

    public CarryOver {
        steps = List.copyOf(steps);
        requests = List.copyOf(requests);
    }

    /** The year that the money is carried into. */
    public Year to() {
        return from.plusYears(1);
    }

    /** What has been carried over. */
    public Kroner carried() {
        return Kroner.sum(steps.stream().map(Step::change).toList());
    }

    /** What is unspent, and neither carried over nor claimed back; zero when too much is. */
    public Kroner left() {
        return unspent.minus(carried()).minus(claimed).max(Kroner.ZERO);
    }

    /** What waits for a decision. */
    public Optional<Request> pending() {
        return requests.stream().filter(one -> one.decision().isEmpty()).findAny();
    }

    /** How far it has come. */
    public State state() {
        if (pending().isPresent()) {
            return pending().get().proposal().isPresent() ? State.PROPOSED : State.APPLIED;
        }
        if (carried().compareTo(unspent) > 0) {
            return State.EXCEEDED;
        }
        return left().isPositive() && terms.byApplication() && !isDecided() ? State.OPEN : State.SETTLED;
    }

    /** Whether the municipality has had its answer, and no report has said since then that more is unspent. */
    private boolean isDecided() {
        return requests.stream()
                .filter(one -> one.kind() == Kind.APPLICATION && one.decision().isPresent())
                .anyMatch(one -> one.unspent().compareTo(unspent) >= 0);
    }

    /** What the rules let the municipality keep now without asking, besides what it has kept so. */
    Kroner dueByRule() {
        var kept = Kroner.sum(steps.stream()
                .filter(step -> step.cause() == Cause.RULE)
                .map(Step::change)
                .toList());
        return terms.free().minus(kept).max(Kroner.ZERO).min(left());
    }

    /** The same after a report that says so. */
    CarryOver reported(Kroner says, CarryOverTerms by, Instant at) {
        return says.equals(unspent) && by.equals(terms) ? this : with(says, claimed, by, steps, requests, at);
    }

    CarryOver stepped(Cause cause, Kroner change, Optional<UUID> request, String by, Instant at) {
        var all = new ArrayList<>(steps);
        all.add(new Step(UUID.randomUUID(), steps.size() + 1, cause, change, request, by, at));
        return with(unspent, claimed, terms, all, requests, at);
    }

    /** The same with a request that is new, or has come further. */
    CarryOver with(Request request, Instant at) {
        var all = new ArrayList<>(requests);
        all.removeIf(one -> one.id().equals(request.id()));
        all.add(request);
        return with(unspent, claimed, terms, steps, all, at);
    }

    /** The same when more is claimed back of it, or less when negative. */
    CarryOver claimedBack(Kroner change, Instant at) {
        return with(unspent, claimed.plus(change), terms, steps, requests, at);
    }

    private CarryOver with(
            Kroner says, Kroner back, CarryOverTerms by, List<Step> allSteps, List<Request> allRequests, Instant at) {
        return new CarryOver(
                id, award, scheme, from, recipient, version, says, back, by, allSteps, allRequests, openedAt, at);
    }

    /** The same as the next version. */
    CarryOver next() {
        return new CarryOver(
                id,
                award,
                scheme,
                from,
                recipient,
                version + 1,
                unspent,
                claimed,
                terms,
                steps,
                requests,
                openedAt,
                changedAt);
    }
}
