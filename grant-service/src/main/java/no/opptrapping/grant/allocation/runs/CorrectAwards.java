package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    private final KnownMunicipalities municipalities;
    private final AmountReasons reasons;

    CorrectAwards(
            CorrectedRuns correctedRuns,
            ChangeAwardAmounts changeAwardAmounts,
            MakeAwards makeAwards,
            CorrectDecisions correctDecisions,
            KnownMunicipalities municipalities,
            AmountReasons reasons) {
        this.correctedRuns = correctedRuns;
        this.changeAwardAmounts = changeAwardAmounts;
        this.makeAwards = makeAwards;
        this.correctDecisions = correctDecisions;
        this.municipalities = municipalities;
        this.reasons = reasons;
    }

    /** Whose an amount is: an application's, or what the municipality that answers today has without applying. */
    private record Whose(Optional<ApplicationId> application, MunicipalityId municipality) {}

    private record Differences(
            List<NewAmount> changed, List<AdoptedAmount> toMake, Map<ApplicationId, Kroner> ofApplications) {}

    /** Does it; empty when it is done. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> correct(Handover before, Handover after, Correction correction) {
        var run = after.run();
        var differences = differences(
                before.awards(AmountReasons.NONE).amounts(),
                after.awards(reasons),
                correctedRuns.awardsOf(correction.corrects()),
                BusinessDates.of(after.adoption().at()));
        if (differences.changed().isEmpty() && differences.toMake().isEmpty()) {
            return Optional.of(new AdoptionOutcome.NothingToCorrect());
        }
        var others = makeAwards.ofOthers(after.awards(reasons).with(differences.toMake()));
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
        return switch (changeAwardAmounts.plan(
                run.scheme(), run.year(), after.inputs().parameters().office(), differences.changed(), act)) {
            case ChangeAwardAmounts.Outcome.Refused(var broken) ->
                Optional.of(new AdoptionOutcome.CorrectionRefused(broken));
            case ChangeAwardAmounts.Outcome.Possible(var plan) -> carryOut(after, plan, differences);
        };
    }

    private Optional<AdoptionOutcome> carryOut(Handover after, ChangeAwardAmounts.Plan plan, Differences differences) {
        var needed = plan.takes()
                .plus(Kroner.sum(
                        differences.toMake().stream().map(AdoptedAmount::amount).toList()));
        if (needed.compareTo(plan.available()) > 0) {
            return Optional.of(new AdoptionOutcome.InsufficientFunds(plan.available(), needed));
        }
        changeAwardAmounts.carryOut(plan);
        if (!differences.toMake().isEmpty()) {
            var made = makeAwards.from(after.awards(reasons).with(differences.toMake()));
            if (!(made instanceof MakeAwards.Outcome.Made)) {
                throw new IllegalStateException(
                        "Nothing stood in the way of " + after.run().id());
            }
        }
        correctDecisions.correct(
                differences.ofApplications(),
                after.adoption().by(),
                after.adoption().at());
        return Optional.empty();
    }

    private Differences differences(
            List<AdoptedAmount> before, AdoptedAllocation after, List<Award> awards, LocalDate today) {
        var structure = municipalities.structure();
        UnaryOperator<MunicipalityId> answering = id -> structure
                .succession(id, today)
                .map(Succession::answering)
                .map(KnownMunicipality::id)
                .orElse(id);
        var had = byWhose(before, answering);
        var gets = byWhose(after.amounts(), answering);
        // What keeps an earlier promise is not divided, and stays.
        var held = awards.stream()
                .filter(award -> award.continues().isEmpty())
                .collect(Collectors.groupingBy(award -> new Whose(
                        award.application(), answering.apply(award.recipient().municipality()))));
        var changed = new ArrayList<NewAmount>();
        var toMake = new ArrayList<AdoptedAmount>();
        var ofApplications = new HashMap<ApplicationId, Kroner>();
        var all = new HashSet<>(had.keySet());
        all.addAll(gets.keySet());
        for (var whose : all) {
            var lines = gets.getOrDefault(whose, List.of());
            var of = held.getOrDefault(whose, List.of());
            var wasGiven = sum(had.getOrDefault(whose, List.of()));
            var effect = AmountDifference.of(
                    wasGiven, sum(lines), of.stream().map(CorrectAwards::held).toList());
            effect.changed()
                    .forEach((award, amount) -> changed.add(new NewAmount(
                            award,
                            amount,
                            lines.size() == 1 && lines.getFirst().amount().equals(amount)
                                    ? lines.getFirst().participants()
                                    : List.of(),
                            lines.stream()
                                    .flatMap(line -> line.reasons().stream())
                                    .toList())));
            if (effect.toMake().isPositive()) {
                toMake.addAll(made(lines, effect.toMake()));
            }
            if (!effect.isNone()) {
                whose.application()
                        .ifPresent(id -> ofApplications.put(id, sum(lines).minus(wasGiven)));
            }
        }
        return new Differences(changed, toMake, ofApplications);
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

    private static Map<Whose, List<AdoptedAmount>> byWhose(
            List<AdoptedAmount> amounts, UnaryOperator<MunicipalityId> answering) {
        return amounts.stream()
                .filter(amount -> amount.continues().isEmpty())
                .collect(Collectors.groupingBy(
                        amount -> new Whose(amount.application(), answering.apply(amount.recipient()))));
    }

    private static AmountDifference.Held held(Award award) {
        return new AmountDifference.Held(
                award.id(),
                award.amount(),
                award.ending()
                        .map(ending -> ending.cause() == Award.Ending.Cause.REDUCED
                                ? AmountDifference.Standing.REDUCED
                                : AmountDifference.Standing.GIVEN_UP)
                        .orElse(AmountDifference.Standing.VALID));
    }

    private static Kroner sum(List<AdoptedAmount> amounts) {
        return Kroner.sum(amounts.stream().map(AdoptedAmount::amount).toList());
    }
}
