package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.runs.Handover.PotAmount;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.CorrectDecisions;
import no.opptrapping.grant.awards.AdoptedAllocation;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.ChangeAwardAmounts;
import no.opptrapping.grant.awards.ChangeAwardAmounts.NewAmount;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.rejections.RejectApplications;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Makes of a corrected run's awards what the correcting run gives: increases, reductions, new awards for who had none, and
 * none left where nothing is to be had. Decisions of applications follow.
 */
@ApplicationScoped
class CorrectAwards {
    private final CorrectedRuns correctedRuns;
    private final ChangeAwardAmounts changeAwardAmounts;
    private final MakeAwards makeAwards;
    private final CorrectDecisions correctDecisions;
    private final RejectApplications rejectApplications;
    private final KnownMunicipalities municipalities;
    private final OwnRuns ownRuns;
    private final AmountReasons reasons;

    CorrectAwards(
            CorrectedRuns correctedRuns,
            ChangeAwardAmounts changeAwardAmounts,
            MakeAwards makeAwards,
            CorrectDecisions correctDecisions,
            RejectApplications rejectApplications,
            KnownMunicipalities municipalities,
            OwnRuns ownRuns,
            AmountReasons reasons) {
        this.correctedRuns = correctedRuns;
        this.changeAwardAmounts = changeAwardAmounts;
        this.makeAwards = makeAwards;
        this.correctDecisions = correctDecisions;
        this.rejectApplications = rejectApplications;
        this.municipalities = municipalities;
        this.ownRuns = ownRuns;
        this.reasons = reasons;
    }

    /** Whose an amount is: an application's, or what the municipality that answers today has without applying. */
    private record Whose(Optional<ApplicationId> application, MunicipalityId municipality) {}

    private record Differences(
            List<NewAmount> changed,
            List<AdoptedAmount> toMake,
            Map<ApplicationId, Kroner> ofApplications,
            List<BrokenRule> broken) {
        Differences() {
            this(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        }
    }

    /** Does it; empty when it is done. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> correct(Handover before, Handover after, Correction correction) {
        var run = after.run();
        var office = ownRuns.standingFor(after.inputs().parameters().office());
        var differences = differences(before, after, correctedRuns.lockAwardsOf(correction.corrects()));
        if (!differences.broken().isEmpty()) {
            return Optional.of(new AdoptionOutcome.CorrectionRefused(differences.broken()));
        }
        if (differences.changed().isEmpty() && differences.toMake().isEmpty()) {
            return Optional.of(new AdoptionOutcome.NothingToCorrect());
        }
        var toMake = after.awards(reasons).by(office).with(differences.toMake());
        var others = makeAwards.ofOthers(toMake);
        if (!others.isEmpty()) {
            return Optional.of(new AdoptionOutcome.NotOfTheOffice(others));
        }
        var act = new ChangeAwardAmounts.Act(
                AwardChange.Cause.CORRECTION,
                correction.reason(),
                Optional.of(run.id().value()),
                correction.paidPart(),
                after.adoption().by(),
                after.adoption().at());
        return switch (changeAwardAmounts.plan(run.scheme(), run.year(), office, differences.changed(), act)) {
            case ChangeAwardAmounts.Outcome.Refused(var broken) ->
                Optional.of(new AdoptionOutcome.CorrectionRefused(broken));
            case ChangeAwardAmounts.Outcome.Possible(var plan) ->
                carryOut(after, plan, toMake, differences, correction.reason());
        };
    }

    private Optional<AdoptionOutcome> carryOut(
            Handover after,
            ChangeAwardAmounts.Plan plan,
            AdoptedAllocation toMake,
            Differences differences,
            LocalisedText why) {
        var needed = plan.takes()
                .plus(Kroner.sum(
                        toMake.amounts().stream().map(AdoptedAmount::amount).toList()));
        if (needed.compareTo(plan.available()) > 0) {
            return Optional.of(new AdoptionOutcome.InsufficientFunds(plan.available(), needed));
        }
        changeAwardAmounts.carryOut(plan);
        if (!toMake.amounts().isEmpty()) {
            var made = makeAwards.from(toMake);
            if (!(made instanceof MakeAwards.Outcome.Made)) {
                throw new IllegalStateException(
                        "Nothing stood in the way of " + after.run().id());
            }
        }
        var rejected = correctDecisions.correct(
                differences.ofApplications(),
                after.adoption().by(),
                after.adoption().at());
        rejectApplications.byCorrection(
                rejected,
                toMake.office(),
                after.run().id().value(),
                after.adoption().at(),
                why);
        return Optional.empty();
    }

    private Differences differences(Handover before, Handover after, List<Award> awards) {
        var structure = municipalities.structure();
        var today = BusinessDates.of(after.adoption().at());
        UnaryOperator<MunicipalityId> answering = id -> structure
                .succession(id, today)
                .map(Succession::answering)
                .map(KnownMunicipality::id)
                .orElse(id);
        var had = byWhose(before.divided(AmountReasons.NONE), answering);
        var gets = byWhose(after.divided(reasons), answering);
        var due = after.due();
        // What keeps an earlier promise is not divided, and stays.
        var held = awards.stream()
                .filter(award -> award.continues().isEmpty())
                .collect(Collectors.groupingBy(award -> new Whose(
                        award.application(), answering.apply(award.recipient().municipality()))));
        var differences = new Differences();
        var all = new LinkedHashSet<>(had.keySet());
        all.addAll(gets.keySet());
        for (var whose : all) {
            var gave = had.getOrDefault(whose, List.of());
            var gives = gets.getOrDefault(whose, List.of());
            var of = held.getOrDefault(whose, List.of());
            if (whose.application().isEmpty() && AwardsOfPots.isNeeded(of, gave, gives)) {
                ofPots(before, after, whose, answering, gave, gives, of, differences);
            } else {
                add(whose, new AwardsOfPots.Part(amounts(gave), amounts(gives), of), due, differences);
            }
        }
        return differences;
    }

    /** Pot by pot, since what was given up of one is not to be taken of another. */
    private void ofPots(
            Handover before,
            Handover after,
            Whose whose,
            UnaryOperator<MunicipalityId> answering,
            List<PotAmount> gave,
            List<PotAmount> gives,
            List<Award> held,
            Differences differences) {
        correctedRuns
                .first(before.run().id())
                .map(Handover::of)
                // A pot is known by its name: under another one, what was given up of it would be given again.
                .filter(first -> first.potNames().equals(before.potNames())
                        && before.potNames().equals(after.potNames()))
                .flatMap(first -> AwardsOfPots.tell(
                        first.run().id().value(),
                        byWhose(first.divided(AmountReasons.NONE), answering).getOrDefault(whose, List.of()),
                        gave,
                        gives,
                        held))
                .ifPresentOrElse(
                        parts -> parts.forEach(part -> add(whose, part, Map.of(), differences)),
                        () -> differences
                                .broken()
                                .add(BrokenRule.of(
                                        "allocation.correction-of-given-up",
                                        "",
                                        "references",
                                        held.stream().map(Award::reference).toList())));
    }

    private static void add(
            Whose whose, AwardsOfPots.Part part, Map<ApplicationId, Kroner> due, Differences differences) {
        var lines = part.gets();
        var of = part.held().stream().map(CorrectAwards::held).toList();
        var effect = AmountDifference.of(
                sum(part.had()), sum(lines), whose.application().map(due::get), of);
        effect.changed()
                .forEach((award, amount) -> differences
                        .changed()
                        .add(new NewAmount(
                                award,
                                amount,
                                lines.size() == 1 && lines.getFirst().amount().equals(amount)
                                        ? lines.getFirst().participants()
                                        : List.of(),
                                lines.stream()
                                        .flatMap(line -> line.reasons().stream())
                                        .toList())));
        if (effect.toMake().isPositive()) {
            differences.toMake().addAll(made(lines, effect.toMake()));
        }
        if (!effect.isNone()) {
            whose.application().ifPresent(id -> differences.ofApplications().put(id, effect.leaves(of)));
        }
    }

    private static List<AdoptedAmount> made(List<AdoptedAmount> lines, Kroner amount) {
        return sum(lines).equals(amount)
                ? lines
                : List.of(lines.stream()
                        .filter(line -> line.amount().isPositive())
                        .findFirst()
                        .orElseThrow()
                        .of(amount));
    }

    private static Map<Whose, List<PotAmount>> byWhose(
            List<PotAmount> amounts, UnaryOperator<MunicipalityId> answering) {
        return amounts.stream()
                .collect(Collectors.groupingBy(one -> new Whose(
                        one.amount().application(), answering.apply(one.amount().recipient()))));
    }

    private static List<AdoptedAmount> amounts(List<PotAmount> of) {
        return of.stream().map(PotAmount::amount).toList();
    }

    /** Whether its municipality declined it or let it lapse; a correction that left nothing of it is no such thing. */
    static boolean isGivenUp(Award award) {
        return award.ending()
                .filter(ending -> ending.cause() != Award.Ending.Cause.REDUCED)
                .isPresent();
    }

    private static AmountDifference.Held held(Award award) {
        return new AmountDifference.Held(
                award.id(),
                award.amount(),
                award.isValid()
                        ? AmountDifference.Standing.VALID
                        : isGivenUp(award) ? AmountDifference.Standing.GIVEN_UP : AmountDifference.Standing.REDUCED);
    }

    private static Kroner sum(List<AdoptedAmount> amounts) {
        return Kroner.sum(amounts.stream().map(AdoptedAmount::amount).toList());
    }
}
