package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * Earmarked money by application: everybody gets what was assessed when the budget is large enough, else the call's
 * rule divides it.
 *
 * @param unit kroner that cut amounts are rounded to: 1, 100 or 1000; ranked amounts are whole kroner
 */
public record ByApplication(Rule rule, List<Application> applications, long unit) implements Model {
    public ByApplication {
        applications = List.copyOf(applications);
    }

    /** How a budget that is too small is divided. */
    public sealed interface Rule {
        /** In order, each all that was assessed while there is money. */
        record Ranked(Order order, TieRule tie) implements Rule {}

        /** In proportion to what was assessed. */
        record Proportional() implements Rule {}

        /** In proportion to what was assessed times the score. */
        record ScoreWeighted() implements Rule {}
    }

    /** What the ranking is read from: the rank, lowest first, or the score, highest first. */
    public enum Order {
        RANK,
        SCORE
    }

    /** Who comes first among those of the same rank or score; what is still equal follows the recipients' order. */
    public enum TieRule {
        EARLIEST,
        LARGER,
        NONE
    }

    /**
     * An assessed application.
     *
     * @param asked what it asked for, the most that can be assessed
     * @param rank its place in the assessment, 1 first; needed where the rule reads it
     * @param score its points; needed where the rule reads it
     * @param smallestUseful what is the least it can use; less than that is given as nothing
     */
    public record Application(
            Recipient recipient,
            Kroner asked,
            Kroner assessed,
            Optional<Integer> rank,
            Optional<Decimal> score,
            Kroner smallestUseful,
            Optional<Instant> submittedAt) {}

    /** Why an application got what it got. */
    public enum Reason {
        /** All that was assessed. */
        IN_FULL,
        /** What was left when its turn came. */
        WHAT_WAS_LEFT,
        /** Less was left than the least it can use. */
        BELOW_SMALLEST_USEFUL,
        /** Nothing was left when its turn came. */
        NOTHING_LEFT,
        /** Its part of a budget that was too small for all. */
        CUT,
        /** Earlier years' positions alone took all there was. */
        EARLIER_POSITIONS_FIRST,
        /** All its positions come to less than the least it can use. */
        POSITIONS_BELOW_SMALLEST_USEFUL
    }

    /** The division. {@code sufficient}: there was enough for everybody, and no rule had to choose. */
    public record ApplicationDivision(Kroner budget, List<ApplicationLine> lines, boolean sufficient)
            implements Division {
        public ApplicationDivision {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One application's amount with its explanation.
     *
     * @param share its share of the budget before limits, where the rule divides by shares
     * @param exact the amount before rounding
     * @param place its place in the order, from 1, where the rule ranks
     */
    public record ApplicationLine(
            Recipient recipient,
            Kroner amount,
            Kroner assessed,
            Kroner smallestUseful,
            Optional<Fraction> share,
            Fraction exact,
            Optional<Integer> place,
            Reason reason)
            implements Division.Line {}

    @Override
    public List<Recipient> recipients() {
        return applications.stream().map(Application::recipient).toList();
    }

    @Override
    public Outcome<ApplicationDivision> divide(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, recipients(), "/applications");
        for (var i = 0; i < applications.size(); i++) {
            check(applications.get(i), "/applications/" + i, faults);
        }
        if (faults.any()) {
            return faults.impossible();
        }
        var claims = applications.stream()
                .sorted(Comparator.comparing(Application::recipient))
                .map(a -> Claim.of(a, rule))
                .toList();
        var sufficient = Claim.sum(claims).compareTo(budget) <= 0;
        var allWeightless =
                !sufficient && claims.stream().allMatch(claim -> claim.weight().signum() == 0);
        faults.check(
                !(rule instanceof Rule.ScoreWeighted) || !allWeightless,
                AllocationRule.SCORES_NOT_ALL_ZERO,
                "/applications");
        if (faults.any()) {
            return faults.impossible();
        }
        return new Outcome.Allocated<>(
                new ApplicationDivision(budget, new ClaimDivision(rule, unit).divide(claims, budget), sufficient));
    }

    private void check(Application application, String at, Faults faults) {
        var name = application.recipient().toString();
        var assessed = application.assessed();
        faults.check(!assessed.isNegative(), AllocationRule.ASSESSED_NOT_NEGATIVE, at + "/assessed", name, assessed);
        faults.check(
                assessed.compareTo(application.asked()) <= 0,
                AllocationRule.ASSESSED_WITHIN_ASKED,
                at + "/assessed",
                name,
                assessed,
                application.asked());
        faults.checkRange(assessed, at + "/assessed");
        application
                .score()
                .ifPresent(score -> faults.check(
                        !score.isNegative(), AllocationRule.SCORE_NOT_NEGATIVE, at + "/score", name, score));
        if (rule instanceof Rule.ScoreWeighted) {
            faults.check(application.score().isPresent(), AllocationRule.SCORE_KNOWN, at + "/score", name);
        }
        if (rule instanceof Rule.Ranked ranked) {
            checkStanding(application, ranked, at, faults);
            var useful = application.smallestUseful();
            checkUseful(application, at, faults);
            faults.check(
                    useful.compareTo(assessed) <= 0,
                    AllocationRule.SMALLEST_USEFUL_WITHIN_ASSESSED,
                    at + "/smallestUseful",
                    name,
                    useful,
                    assessed);
        }
    }

    /** What the order is made of must be known. */
    static void checkStanding(Application application, Rule.Ranked ranked, String at, Faults faults) {
        var name = application.recipient().toString();
        switch (ranked.order()) {
            case RANK ->
                faults.check(
                        application.rank().filter(rank -> rank > 0).isPresent(),
                        AllocationRule.RANK_KNOWN,
                        at + "/rank",
                        name);
            case SCORE ->
                faults.check(application.score().isPresent(), AllocationRule.SCORE_KNOWN, at + "/score", name);
        }
        if (ranked.tie() == TieRule.EARLIEST) {
            faults.check(
                    application.submittedAt().isPresent(),
                    AllocationRule.SUBMISSION_TIME_KNOWN,
                    at + "/submittedAt",
                    name);
        }
    }

    static void checkUseful(Application application, String at, Faults faults) {
        faults.check(
                !application.smallestUseful().isNegative(),
                AllocationRule.SMALLEST_USEFUL_NOT_NEGATIVE,
                at + "/smallestUseful",
                application.recipient().toString(),
                application.smallestUseful());
    }

    /** What one recipient claims of a budget and its standing in the order. */
    record Claim(
            Recipient recipient,
            Kroner assessed,
            Kroner smallestUseful,
            BigInteger weight,
            int rank,
            Decimal score,
            Instant submittedAt) {
        static Claim of(Application a, Rule rule) {
            var score = a.score().orElse(Decimal.ZERO);
            var assessed = BigInteger.valueOf(a.assessed().value());
            return new Claim(
                    a.recipient(),
                    a.assessed(),
                    a.smallestUseful(),
                    rule instanceof Rule.ScoreWeighted ? assessed.multiply(score.atScale(12)) : assessed,
                    a.rank().orElse(Integer.MAX_VALUE),
                    score,
                    a.submittedAt().orElse(Instant.EPOCH));
        }

        static Kroner sum(List<Claim> claims) {
            return Kroner.sum(claims.stream().map(Claim::assessed).toList());
        }
    }
}
