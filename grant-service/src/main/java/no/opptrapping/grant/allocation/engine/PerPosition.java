package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Claim;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.platform.values.Kroner;

/**
 * Earmarked money per position, as the scheme worked until 2025: a standard rate times the position's percentage times
 * the step-down factor of its year in the project, rounded down to the krone per position. Positions of earlier years
 * are a first class, new ones a second that shares what the first leaves; when the first alone exceeds the budget the
 * second gets nothing. What was asked for and what was assessed each limit the application as a whole, earlier positions
 * counted first. Positions that an earlier decision committed are not among the rows: they were taken off the budget.
 *
 * <p>The smallest useful amount is the whole application's. One whose positions come to less in all gets nothing and
 * stops nobody else. Of the others a new position is given nothing when it and what the earlier positions got would be
 * less together, and an earlier position that gets all it was due is always kept.
 *
 * @param rate kroner for a position of 100 per cent in a year with factor 1
 * @param stepDown the factor of each year in the project, the first year first; none after the last
 * @param then {@link Rule.Ranked} or {@link Rule.Proportional}, used within each class
 * @param unit kroner that proportionally cut amounts are rounded to
 */
public record PerPosition(
        Kroner rate, List<Decimal> stepDown, Rule then, List<PositionApplication> applications, long unit)
        implements Model {
    public PerPosition {
        stepDown = List.copyOf(stepDown);
        applications = List.copyOf(applications);
    }

    /** A position: its percentage of full time, and its year in the project from 1. */
    public record Position(Decimal percent, int year) {}

    /** An application for positions; the fields are as in {@link ByApplication.Application}. */
    public record PositionApplication(
            Recipient recipient,
            List<Position> positions,
            Kroner asked,
            Kroner assessed,
            Optional<Integer> rank,
            Optional<Decimal> score,
            Kroner smallestUseful,
            Optional<Instant> submittedAt) {
        public PositionApplication {
            positions = List.copyOf(positions);
        }
    }

    /**
     * The division.
     *
     * @param leftForNew what the earlier positions left for the new ones
     * @param newGetNothing the earlier positions alone exceeded the budget
     */
    public record PositionDivision(Kroner budget, List<PositionLine> lines, Kroner leftForNew, boolean newGetNothing)
            implements Division {
        public PositionDivision {
            lines = List.copyOf(lines);
        }
    }

    /** One application's amount: its two rows, of which either may be absent. {@code due} is per position, in order. */
    public record PositionLine(
            Recipient recipient,
            Kroner amount,
            List<Kroner> due,
            Optional<ApplicationLine> earlier,
            Optional<ApplicationLine> newPositions)
            implements Division.Line {
        public PositionLine {
            due = List.copyOf(due);
        }
    }

    /** What each class of one application is due within what was asked for and what was assessed. */
    private record Due(PositionApplication application, List<Kroner> perPosition, Kroner earlier, Kroner fresh) {
        boolean isUseful() {
            return earlier.plus(fresh).compareTo(application.smallestUseful()) >= 0;
        }

        Claim ofEarlier() {
            return claim(this, earlier, application.smallestUseful().min(earlier));
        }

        Claim ofNew() {
            return claim(
                    this, fresh, application.smallestUseful().minus(earlier).max(Kroner.ZERO));
        }
    }

    @Override
    public List<Recipient> recipients() {
        return applications.stream().map(PositionApplication::recipient).toList();
    }

    @Override
    public Outcome<PositionDivision> divide(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, recipients(), "/applications");
        faults.check(!(then instanceof Rule.ScoreWeighted), AllocationRule.POSITIONS_NOT_BY_SCORE, "/rule");
        checkRates(faults);
        for (var i = 0; i < applications.size(); i++) {
            check(applications.get(i), "/applications/" + i, faults);
        }
        if (faults.any()) {
            return faults.impossible();
        }
        var due = applications.stream()
                .sorted(Comparator.comparing(PositionApplication::recipient))
                .map(this::due)
                .toList();
        return new Outcome.Allocated<>(divide(budget, due));
    }

    private PositionDivision divide(Kroner budget, List<Due> due) {
        var division = new ClaimDivision(then, unit);
        var first = due.stream()
                .filter(one -> one.isUseful() && one.earlier().isPositive())
                .map(Due::ofEarlier)
                .toList();
        var earlier = division.divide(first, budget);
        var exceeded = Claim.sum(first).compareTo(budget) > 0;
        var left = budget.minus(
                Kroner.sum(earlier.stream().map(ApplicationLine::amount).toList()));
        var second = due.stream()
                .filter(one -> one.isUseful() && one.fresh().isPositive())
                .map(Due::ofNew)
                .toList();
        var fresh = exceeded
                ? second.stream()
                        .map(claim -> nothing(claim, Reason.EARLIER_POSITIONS_FIRST))
                        .toList()
                : division.divide(second, left);
        var lines = due.stream()
                .map(one -> one.isUseful() ? line(one, find(earlier, one), find(fresh, one)) : useless(one))
                .toList();
        return new PositionDivision(budget, lines, exceeded ? Kroner.ZERO : left, exceeded);
    }

    private static PositionLine useless(Due due) {
        return line(
                due,
                Optional.of(due.ofEarlier())
                        .filter(claim -> claim.assessed().isPositive())
                        .map(claim -> nothing(claim, Reason.POSITIONS_BELOW_SMALLEST_USEFUL)),
                Optional.of(due.ofNew())
                        .filter(claim -> claim.assessed().isPositive())
                        .map(claim -> nothing(claim, Reason.POSITIONS_BELOW_SMALLEST_USEFUL)));
    }

    private static PositionLine line(Due due, Optional<ApplicationLine> earlier, Optional<ApplicationLine> fresh) {
        var amount = earlier.map(ApplicationLine::amount)
                .orElse(Kroner.ZERO)
                .plus(fresh.map(ApplicationLine::amount).orElse(Kroner.ZERO));
        return new PositionLine(due.application().recipient(), amount, due.perPosition(), earlier, fresh);
    }

    private static Optional<ApplicationLine> find(List<ApplicationLine> lines, Due due) {
        return lines.stream()
                .filter(line -> line.recipient().equals(due.application().recipient()))
                .findFirst();
    }

    private static Claim claim(Due due, Kroner amount, Kroner smallestUseful) {
        var application = due.application();
        return Claim.of(
                new ByApplication.Application(
                        application.recipient(),
                        application.asked(),
                        amount,
                        application.rank(),
                        application.score(),
                        smallestUseful,
                        application.submittedAt()),
                new Rule.Proportional());
    }

    private static ApplicationLine nothing(Claim claim, Reason reason) {
        return new ApplicationLine(
                claim.recipient(),
                Kroner.ZERO,
                claim.assessed(),
                claim.smallestUseful(),
                Optional.empty(),
                Fraction.ZERO,
                Optional.empty(),
                reason);
    }

    private Due due(PositionApplication application) {
        var perPosition = new ArrayList<Kroner>();
        var earlier = Kroner.ZERO;
        var fresh = Kroner.ZERO;
        for (var position : application.positions()) {
            var amount = amountOf(position);
            perPosition.add(amount);
            if (position.year() > 1) {
                earlier = earlier.plus(amount);
            } else {
                fresh = fresh.plus(amount);
            }
        }
        var most = application.asked().min(application.assessed());
        var ofEarlier = earlier.min(most);
        return new Due(application, perPosition, ofEarlier, fresh.min(most.minus(ofEarlier)));
    }

    private Kroner amountOf(Position position) {
        if (position.year() > stepDown.size()) {
            return Kroner.ZERO;
        }
        var factor = stepDown.get(position.year() - 1);
        var scale = factor.scale() + position.percent().scale();
        var exact = BigInteger.valueOf(rate.value())
                .multiply(position.percent().atScale(position.percent().scale()))
                .multiply(factor.atScale(factor.scale()));
        return Kroner.of(Whole.floor(exact, Whole.HUNDRED.multiply(BigInteger.TEN.pow(scale)))
                .longValueExact());
    }

    private void checkRates(Faults faults) {
        faults.check(!rate.isNegative(), AllocationRule.RATE_NOT_NEGATIVE, "/rate", rate);
        faults.checkRange(rate, "/rate");
        faults.check(!stepDown.isEmpty(), AllocationRule.STEP_DOWN_KNOWN, "/stepDown");
        for (var year = 0; year < stepDown.size(); year++) {
            var factor = stepDown.get(year);
            faults.check(
                    !factor.isNegative() && factor.compareTo(Decimal.ONE) <= 0,
                    AllocationRule.STEP_DOWN_BETWEEN_ZERO_AND_ONE,
                    "/stepDown/" + year,
                    factor);
        }
    }

    private void check(PositionApplication application, String at, Faults faults) {
        var name = application.recipient().toString();
        faults.check(
                !application.asked().isNegative(),
                AllocationRule.ASKED_NOT_NEGATIVE,
                at + "/asked",
                name,
                application.asked());
        faults.checkRange(application.asked(), at + "/asked");
        faults.check(
                !application.assessed().isNegative(),
                AllocationRule.ASSESSED_NOT_NEGATIVE,
                at + "/assessed",
                name,
                application.assessed());
        faults.checkRange(application.assessed(), at + "/assessed");
        for (var i = 0; i < application.positions().size(); i++) {
            var position = application.positions().get(i);
            var percent = position.percent();
            faults.check(
                    !percent.isNegative() && percent.compareTo(Decimal.of(100)) <= 0,
                    AllocationRule.POSITION_PERCENT_BETWEEN_ZERO_AND_HUNDRED,
                    at + "/positions/" + i + "/percent",
                    name,
                    percent);
            faults.check(
                    position.year() >= 1,
                    AllocationRule.POSITION_YEAR_FROM_ONE,
                    at + "/positions/" + i + "/year",
                    name,
                    position.year());
        }
        var standing = new ByApplication.Application(
                application.recipient(),
                application.asked(),
                application.assessed(),
                application.rank(),
                application.score(),
                application.smallestUseful(),
                application.submittedAt());
        ByApplication.checkUseful(standing, at, faults);
        if (then instanceof Rule.Ranked ranked) {
            ByApplication.checkStanding(standing, ranked, at, faults);
        }
    }
}
