package no.opptrapping.grant.allocation.reserve;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.OwnRuns;
import no.opptrapping.grant.applications.CorrectDecisions;
import no.opptrapping.grant.applications.DecideApplications;
import no.opptrapping.grant.awards.AdoptedAllocation;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.awards.ChangeAwardAmounts;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Approves or refuses an offer from a reserve list that another person has proposed; approved it is an award, or the
 * increase of one that had a part.
 */
@ApplicationScoped
public class DecideReserve {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is approved, with an award, or refused, for good. */
        record Decided(ReserveOffer offer) implements Outcome {}

        /** The one who proposed it may not decide it. */
        record SamePerson() implements Outcome {}

        /** It has been decided before. */
        record DecidedBefore(ReserveOffer.State state) implements Outcome {}

        /** Nothing is changed: the scheme's year has less left by now. */
        record InsufficientFunds(Kroner available, Kroner needed) implements Outcome {}

        /** Nothing is changed: by now less is missing to what the application is due than it is offered. */
        record LessIsMissing(Kroner missing, Kroner offered) implements Outcome {}

        /** Nothing is changed: the award that it is to increase is not valid any more. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** A county governor's office decides of it. */
        record DecidedByTheOffice() implements Outcome {}

        /** Nothing is changed: the municipality is another office's by now. */
        record NotOfTheOffice(List<MunicipalityNumber> municipalities) implements Outcome {}

        /** The engine no longer gives what a run of the call showed. */
        record NotReproducible() implements Outcome {}

        /** There is no such offer, or it is another office's. */
        record UnknownOffer() implements Outcome {}
    }

    private final ReserveOffers offers;
    private final ReserveLists lists;
    private final Calls calls;
    private final OwnRuns ownRuns;
    private final AllocationRuns runs;
    private final Awards awards;
    private final MakeAwards makeAwards;
    private final ChangeAwardAmounts changeAwardAmounts;
    private final DecideApplications decideApplications;
    private final CorrectDecisions correctDecisions;
    private final Impartiality impartiality;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;

    DecideReserve(
            ReserveOffers offers,
            ReserveLists lists,
            Calls calls,
            OwnRuns ownRuns,
            AllocationRuns runs,
            Awards awards,
            MakeAwards makeAwards,
            ChangeAwardAmounts changeAwardAmounts,
            DecideApplications decideApplications,
            CorrectDecisions correctDecisions,
            Impartiality impartiality,
            Texts texts,
            AuditLog audit,
            Clock clock) {
        this.offers = offers;
        this.lists = lists;
        this.calls = calls;
        this.ownRuns = ownRuns;
        this.runs = runs;
        this.awards = awards;
        this.makeAwards = makeAwards;
        this.changeAwardAmounts = changeAwardAmounts;
        this.decideApplications = decideApplications;
        this.correctDecisions = correctDecisions;
        this.impartiality = impartiality;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Approves it: the award is made, and the application is approved after all. */
    @Transactional
    public Outcome approve(OfferId id, String by) {
        return decide(id, by, (offer, at) -> award(offer, at, by));
    }

    /** Refuses it, with a reason; the application stays on the list. */
    @Transactional
    public Outcome refuse(OfferId id, String reason, String by) {
        return decide(
                id,
                by,
                (offer, at) ->
                        decided(offer, new ReserveOffer.Decision(by, at, Optional.empty(), Optional.of(reason))));
    }

    /** One of the two decisions. */
    private interface Decision {
        Outcome of(ReserveOffer offer, Instant at);
    }

    private Outcome decide(OfferId id, String by, Decision decision) {
        var locked = offers.lock(id);
        if (locked.isEmpty()) {
            return new Outcome.UnknownOffer();
        }
        var offer = locked.get();
        impartiality.require("reserve.decided", offer.scheme());
        if (!ownRuns.areOf(offer.office())) {
            return ownRuns.own().isPresent() ? new Outcome.UnknownOffer() : new Outcome.DecidedByTheOffice();
        }
        if (offer.decision().isPresent()) {
            return new Outcome.DecidedBefore(offer.state());
        }
        if (offer.proposedBy().equals(by)) {
            audit.denied("reserve.decided", id.toString(), Map.of("reason", "proposed by the same"));
            return new Outcome.SamePerson();
        }
        return decision.of(offer, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Outcome award(ReserveOffer offer, Instant at, String by) {
        // Held until the end: what the application has is changed by nobody else, a correction neither.
        var list = calls.lock(offer.call()).flatMap(lists::of);
        if (list.isEmpty()) {
            return new Outcome.NotReproducible();
        }
        var entry = list.get().stream()
                .filter(one -> one.id().equals(offer.application()))
                .findFirst();
        var missing = entry.map(ReserveEntry::missing).orElse(Kroner.ZERO);
        if (entry.isEmpty() || offer.amount().compareTo(missing) > 0) {
            return new Outcome.LessIsMissing(missing.max(Kroner.ZERO), offer.amount());
        }
        var reason = texts.text(
                "reserve.letter-reason",
                Map.of("place", entry.get().place(), "due", entry.get().due(), "amount", offer.amount()));
        return ReserveLists.lastingOf(awards.ofApplications(List.of(offer.application())))
                .map(award -> increase(offer, award, reason, at, by))
                .orElseGet(() -> make(offer, adopted(offer, entry.get(), reason, at, by), at, by));
    }

    private Outcome make(ReserveOffer offer, AdoptedAllocation adopted, Instant at, String by) {
        return switch (makeAwards.fromReserve(adopted)) {
            case MakeAwards.Outcome.Made(var made) -> {
                decideApplications.approve(offer.application(), offer.amount(), at, by);
                yield approved(offer, made.getFirst(), at, by);
            }
            case MakeAwards.Outcome.NotOfTheOffice(var others) -> new Outcome.NotOfTheOffice(others);
            case MakeAwards.Outcome.InsufficientFunds(var available, var needed) ->
                new Outcome.InsufficientFunds(available, needed);
        };
    }

    /** One that had a part gets more of what it was due. */
    private Outcome increase(ReserveOffer offer, Award award, LocalisedText reason, Instant at, String by) {
        var plan = changeAwardAmounts.plan(
                offer.scheme(),
                offer.year(),
                ownRuns.standingFor(offer.office()),
                List.of(new ChangeAwardAmounts.NewAmount(
                        award.id(), award.amount().plus(offer.amount()))),
                new ChangeAwardAmounts.Act(
                        AwardChange.Cause.RESERVE_LIST, reason, Optional.empty(), PaidPart.SETTLE, by, at));
        return switch (plan) {
            case ChangeAwardAmounts.Outcome.Refused(var broken) -> new Outcome.Refused(broken);
            case ChangeAwardAmounts.Outcome.Possible(var possible) -> {
                if (possible.takes().compareTo(possible.available()) > 0) {
                    yield new Outcome.InsufficientFunds(possible.available(), possible.takes());
                }
                changeAwardAmounts.carryOut(possible);
                var _ = correctDecisions.correct(
                        Map.of(offer.application(), award.amount().plus(offer.amount())), by, at);
                yield approved(offer, award.id(), at, by);
            }
        };
    }

    private Outcome approved(ReserveOffer offer, AwardId award, Instant at, String by) {
        return decided(offer, new ReserveOffer.Decision(by, at, Optional.of(award), Optional.empty()));
    }

    private AdoptedAllocation adopted(
            ReserveOffer offer, ReserveEntry entry, LocalisedText reason, Instant at, String by) {
        var run = runs.find(entry.run()).orElseThrow();
        var application = entry.application();
        return new AdoptedAllocation(
                run.id().value(),
                run.scheme(),
                run.schemeVersion().orElseThrow(),
                run.year(),
                LocalDate.parse(run.readInputs().parameters().structureDate()),
                by,
                at,
                List.of(new AdoptedAmount(
                        entry.municipality(),
                        new MunicipalityNumber(application.number()),
                        Optional.of(offer.application()),
                        Optional.of(offer.call()),
                        offer.amount(),
                        RunInputs.awarded(application.participants(), offer.amount()),
                        Optional.empty(),
                        List.of(reason))),
                ownRuns.standingFor(offer.office()));
    }

    private Outcome decided(ReserveOffer offer, ReserveOffer.Decision decision) {
        var decided = offer.decided(decision);
        offers.decide(decided);
        audit.decision(
                "reserve.decided",
                offer.id().toString(),
                Map.of(
                        "state", decided.state().code(),
                        "award", decision.award().map(AwardId::toString).orElse("")));
        return new Outcome.Decided(decided);
    }
}
