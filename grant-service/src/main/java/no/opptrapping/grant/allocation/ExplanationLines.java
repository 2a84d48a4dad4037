package no.opptrapping.grant.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.Explanation.Line;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityDivision;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.Bound;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.CriterionPart;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.NeedPart;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.ByCriteria;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;
import org.jspecify.annotations.Nullable;

/** The steps from figures to an amount, in an order in which a person adds them up. */
final class ExplanationLines {
    private static final int DECIMALS = 12;
    private static final int LEVEL_DECIMALS = 6;

    private final Wording wording;

    ExplanationLines(Wording wording) {
        this.wording = wording;
    }

    List<Line> ofCriteria(ComputedRun run, ComputedRun.PotLine one, CriteriaLine line) {
        var lines = byKey(one.division().budget(), line.parts(), line.need(), line.byKeyInOre());
        if (line.limitsInOre() != 0) {
            var code =
                    line.bound() == Bound.NONE ? "limits" : line.bound().name().toLowerCase(Locale.ROOT);
            var limit = line.bound() == Bound.FLOOR ? line.floor() : line.cap().orElse(Kroner.ZERO);
            lines.add(line(
                    code,
                    code,
                    Map.of(
                            "limit",
                            limit,
                            "byKey",
                            Ore.of(line.byKeyInOre()),
                            "share",
                            plain(line.share()),
                            "level",
                            level(one).orElse(BigDecimal.ZERO)),
                    Ore.of(line.limitsInOre())));
        }
        lines.addAll(rounding(run, Ore.of(line.roundingInOre())));
        return lines;
    }

    /** What shares are multiplied by where neither floor nor cap decides; empty where one decides everything. */
    static Optional<BigDecimal> level(ComputedRun.PotLine one) {
        var lines = one.division() instanceof ByCriteria division ? division.lines() : List.<CriteriaLine>of();
        return lines.stream()
                .filter(line -> line.bound() == Bound.NONE && line.share().signum() > 0)
                .findFirst()
                .map(line -> line.exact().over(line.share()).rounded(LEVEL_DECIMALS));
    }

    List<Line> ofFramework(ComputedRun run, ComputedRun.PotLine one, FrameworkLine line) {
        var division = (FrameworkDivision) one.division();
        var lines = byKey(division.byKey(), line.parts(), line.need(), line.byKeyInOre());
        lines.addAll(rounding(run, Ore.of(line.roundingInOre())));
        line.step().ifPresent(step -> {
            var model = (RunParameters.Incorporation) one.pot().model();
            guarantee(division, line, step, model, lines);
            if (model.phaseIn() != null) {
                lines.add(line(
                        "phase-in",
                        "phase-in",
                        Map.of(
                                "before",
                                step.before(),
                                "framework",
                                step.framework(),
                                "year",
                                model.phaseIn().year(),
                                "years",
                                model.phaseIn().years()),
                        Ore.of(step.phaseInInOre())));
            }
            lines.addAll(rounding(run, Ore.of(step.roundingInOre())));
        });
        return lines;
    }

    private void guarantee(
            FrameworkDivision division,
            FrameworkLine line,
            Incorporation.Step step,
            RunParameters.Incorporation model,
            List<Line> lines) {
        var guarantee = model.guarantee();
        if (guarantee == null) {
            return;
        }
        var arguments = new HashMap<String, Object>();
        arguments.put("national", plain(division.nationalChange().orElse(Fraction.ZERO)));
        arguments.put("threshold", new BigDecimal(guarantee.threshold()));
        arguments.put("inhabitants", plain(line.inhabitants()));
        arguments.put("before", step.before());
        arguments.put("framework", step.framework());
        arguments.put("perInhabitant", plain(division.deductionPerInhabitant()));
        if (step.compensationInOre() != 0) {
            lines.add(line(
                    "compensation",
                    "compensation-" + guarantee.variant(),
                    arguments,
                    Ore.of(step.compensationInOre())));
        }
        if (step.deductionInOre() != 0) {
            var inFull = division.deductionPerInhabitant().times(line.inhabitants());
            lines.add(line(
                    "deduction",
                    inFull.equals(step.deduction()) ? "deduction" : "deduction-limited",
                    arguments,
                    Ore.of(step.deductionInOre()).negated()));
        }
    }

    private List<Line> byKey(Kroner budget, List<CriterionPart> parts, Optional<NeedPart> need, long byKeyInOre) {
        var lines = new ArrayList<Line>();
        if (parts.isEmpty()) {
            var of = need.orElseThrow(() -> new IllegalStateException("A share without criteria and without an index"));
            lines.add(line("need", "need", needs(budget, of), Ore.of(byKeyInOre)));
        }
        for (var part : parts) {
            var arguments = new HashMap<String, Object>();
            arguments.put("figures", wording.figures(part.indicator()));
            arguments.put("value", part.value());
            arguments.put("total", part.total());
            arguments.put("weight", plain(part.weightUsed()));
            arguments.put("budget", budget);
            need.ifPresent(of -> arguments.put("factor", plain(of.factor())));
            lines.add(new Line(
                    "criterion",
                    wording.text("line.criterion", arguments),
                    wording.text(need.isPresent() ? "how.criterion-need" : "how.criterion", arguments),
                    Ore.of(part.contributionInOre())));
        }
        return lines;
    }

    private static Map<String, Object> needs(Kroner budget, NeedPart of) {
        return Map.of(
                "index",
                plain(of.index()),
                "inhabitants",
                plain(of.inhabitants()),
                "total",
                plain(of.total()),
                "budget",
                budget);
    }

    List<Line> ofApplication(ComputedRun run, ComputedRun.PotLine one, ApplicationLine line) {
        var lines = new ArrayList<Line>();
        lines.add(line("assessed", null, Map.of(), Ore.of(line.assessed())));
        lines.addAll(cut(
                run,
                line,
                levelOf(one.division().lines().stream()
                        .filter(ApplicationLine.class::isInstance)
                        .map(ApplicationLine.class::cast)
                        .toList())));
        return lines;
    }

    /** What claims' shares are multiplied by where the claim itself is not the limit; empty where all are met. */
    static Optional<BigDecimal> levelOf(List<ApplicationLine> lines) {
        return lines.stream()
                .flatMap(line -> line
                        .share()
                        .filter(share -> share.signum() > 0
                                && line.exact()
                                                .compareTo(Fraction.of(
                                                        line.assessed().value()))
                                        < 0)
                        .map(share -> line.exact().over(share).rounded(LEVEL_DECIMALS))
                        .stream())
                .findFirst();
    }

    /** What was taken of a claim, by its reason. */
    private List<Line> cut(ComputedRun run, ApplicationLine line, Optional<BigDecimal> level) {
        if (line.reason() == Reason.IN_FULL && line.share().isEmpty()) {
            return List.of();
        }
        var code = line.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (line.share().isEmpty()) {
            return List.of(line(
                    code,
                    null,
                    Map.of("place", line.place().orElse(0), "smallestUseful", line.smallestUseful()),
                    Ore.of(line.amount().minus(line.assessed()))));
        }
        var exact = Ore.of(line.exact().rounded(2).unscaledValue().longValueExact());
        var cut = exact.minus(Ore.of(line.assessed()));
        var lines = new ArrayList<Line>();
        if (!cut.isZero()) {
            lines.add(line(
                    "cut",
                    "cut",
                    Map.of(
                            "share",
                            plain(line.share().orElse(Fraction.ZERO)),
                            "level",
                            level.orElse(BigDecimal.ZERO),
                            "assessed",
                            line.assessed()),
                    cut));
        }
        lines.addAll(rounding(run, Ore.of(line.amount()).minus(exact)));
        return lines;
    }

    List<Line> ofPositions(ComputedRun run, ComputedRun.PotLine one, PositionLine line) {
        var model = (RunParameters.Positions) one.pot().model();
        var positions = positions(run, model, line);
        var lines = new ArrayList<Line>();
        for (var i = 0; i < positions.size(); i++) {
            var position = positions.get(i);
            lines.add(line(
                    "position",
                    "position",
                    Map.of(
                            "position",
                            i + 1,
                            "year",
                            position.year(),
                            "rate",
                            position.rate(),
                            "percent",
                            new BigDecimal(position.percent()),
                            "factor",
                            new BigDecimal(position.factor())),
                    Ore.of(position.due())));
        }
        var classes = Stream.concat(line.earlier().stream(), line.newPositions().stream())
                .toList();
        var due = Kroner.sum(line.due());
        var claimed = Kroner.sum(classes.stream().map(ApplicationLine::assessed).toList());
        if (!claimed.equals(due)) {
            var application = run.application(line);
            lines.add(line(
                    "limit",
                    "limit",
                    Map.of(
                            "asked",
                            Kroner.of(application
                                    .map(RunInputs.Application::asked)
                                    .orElse(0L)),
                            "assessed",
                            Kroner.of(application
                                    .map(RunInputs.Application::assessed)
                                    .orElse(0L))),
                    Ore.of(claimed.minus(due))));
        }
        var all = one.division().lines().stream()
                .filter(PositionLine.class::isInstance)
                .map(PositionLine.class::cast)
                .toList();
        line.earlier()
                .ifPresent(of -> lines.addAll(cut(
                        run,
                        of,
                        levelOf(all.stream()
                                .flatMap(each -> each.earlier().stream())
                                .toList()))));
        line.newPositions()
                .ifPresent(of -> lines.addAll(cut(
                        run,
                        of,
                        levelOf(all.stream()
                                .flatMap(each -> each.newPositions().stream())
                                .toList()))));
        return lines;
    }

    /** Each position with what it was due by. */
    static List<Explanation.Position> positions(ComputedRun run, RunParameters.Positions model, PositionLine line) {
        var positions = run.application(line)
                .map(application -> RunModels.positions(application).positions())
                .orElse(List.of());
        return IntStream.range(0, line.due().size())
                .mapToObj(i -> {
                    var position = positions.get(i);
                    return new Explanation.Position(
                            Kroner.of(model.rate()),
                            position.percent().toString(),
                            position.year(),
                            position.year() > model.stepDown().size()
                                    ? "0"
                                    : model.stepDown().get(position.year() - 1),
                            line.due().get(i));
                })
                .toList();
    }

    List<Line> ofActivity(ComputedRun run, ComputedRun.PotLine one, ActivityLine line) {
        var model = (RunParameters.Activity) one.pot().model();
        if (!line.approved()) {
            return List.of(
                    line("not-approved", null, Map.of("units", line.units().value()), Ore.ZERO));
        }
        var lines = new ArrayList<Line>();
        lines.add(line(
                "claim",
                "claim",
                Map.of(
                        "units",
                        line.units().value(),
                        "unitPrice",
                        new BigDecimal(model.unitPrice()),
                        "ownShare",
                        new BigDecimal(model.ownShare())),
                Ore.of(line.claim())));
        var exact = Ore.of(line.exact().rounded(2).unscaledValue().longValueExact());
        var cut = exact.minus(Ore.of(line.claim()));
        if (!cut.isZero()) {
            lines.add(line(
                    "activity-cut",
                    "activity-cut",
                    Map.of(
                            "claim",
                            line.claim(),
                            "claims",
                            claims(one),
                            "budget",
                            one.division().budget(),
                            "unitPriceUsed",
                            unitPriceUsed(one)),
                    cut));
        }
        lines.addAll(rounding(run, Ore.of(line.amount()).minus(exact)));
        return lines;
    }

    static Kroner claims(ComputedRun.PotLine one) {
        return one.division() instanceof ActivityDivision division
                ? Kroner.sum(division.lines().stream().map(ActivityLine::claim).toList())
                : Kroner.ZERO;
    }

    static BigDecimal unitPriceUsed(ComputedRun.PotLine one) {
        return one.division() instanceof ActivityDivision division
                ? division.unitPriceUsed().rounded(LEVEL_DECIMALS)
                : BigDecimal.ZERO;
    }

    private List<Line> rounding(ComputedRun run, Ore rounding) {
        var unit = Kroner.of(run.inputs().parameters().unit());
        var label = wording.text(unit.value() == 1 ? "line.rounding-1" : "line.rounding", Map.of("unit", unit));
        return rounding.isZero() ? List.of() : List.of(new Line("rounding", label, null, rounding));
    }

    /** A line whose calculation is {@code allocation.how.<how>}, or that has none. */
    Line line(String code, @Nullable String how, Map<String, ?> arguments, Ore contribution) {
        return new Line(code, wording.text("line." + code, arguments), how(how, arguments), contribution);
    }

    private @Nullable LocalisedText how(@Nullable String how, Map<String, ?> arguments) {
        return Objects.isNull(how) ? null : wording.text("how." + how, arguments);
    }

    private static BigDecimal plain(Fraction number) {
        var stripped = number.rounded(DECIMALS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
