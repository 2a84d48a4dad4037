package no.opptrapping.grant.allocation.explanations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/** The steps to an amount per position: what each is due, the application's limits, and what was taken of each class. */
final class PositionSteps {
    private final ExplanationSteps steps;
    private final ClaimSteps claims;

    PositionSteps(Wording wording) {
        this.steps = new ExplanationSteps(wording);
        this.claims = new ClaimSteps(wording);
    }

    List<Line> lines(ComputedRun run, PotLine.OfPositions one) {
        var lines = new ArrayList<Line>();
        lines.addAll(due(positions(run, one)));
        lines.addAll(limits(run, one.line()));
        lines.addAll(cut(run, one, PositionLine::earlier));
        lines.addAll(cut(run, one, PositionLine::newPositions));
        return lines;
    }

    private List<Line> due(List<Explanation.Position> positions) {
        return IntStream.range(0, positions.size())
                .mapToObj(i -> {
                    var position = positions.get(i);
                    return steps.line(
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
                            Ore.of(position.due()));
                })
                .toList();
    }

    /** What is due beyond what was asked for and assessed. */
    private List<Line> limits(ComputedRun run, PositionLine line) {
        var due = Kroner.sum(line.due());
        var claimed = Kroner.sum(Stream.concat(line.earlier().stream(), line.newPositions().stream())
                .map(ApplicationLine::assessed)
                .toList());
        if (claimed.equals(due)) {
            return List.of();
        }
        var application = run.application(line);
        return List.of(steps.line(
                "limit",
                "limit",
                Map.of(
                        "asked",
                        Kroner.of(application.map(RunInputs.Application::asked).orElse(0L)),
                        "assessed",
                        Kroner.of(
                                application.map(RunInputs.Application::assessed).orElse(0L))),
                Ore.of(claimed.minus(due))));
    }

    /** What was taken of one of the two classes of positions. */
    private List<Line> cut(
            ComputedRun run, PotLine.OfPositions one, Function<PositionLine, Optional<ApplicationLine>> ofClass) {
        return ofClass.apply(one.line())
                .map(line -> claims.cut(
                        run,
                        line,
                        ClaimSteps.level(one.division().lines().stream()
                                .flatMap(each -> ofClass.apply(each).stream())
                                .toList())))
                .orElse(List.of());
    }

    static Explanation.ByPosition basis(ComputedRun run, PotLine.OfPositions one) {
        var line = one.line();
        return new Explanation.ByPosition(
                line.due(),
                line.earlier().map(ApplicationLine::assessed).orElse(Kroner.ZERO),
                line.earlier().map(ApplicationLine::amount).orElse(Kroner.ZERO),
                line.newPositions().map(ApplicationLine::assessed).orElse(Kroner.ZERO),
                line.newPositions().map(ApplicationLine::amount).orElse(Kroner.ZERO),
                positions(run, one));
    }

    /** Each position with what it was due by. */
    private static List<Explanation.Position> positions(ComputedRun run, PotLine.OfPositions one) {
        var stepDown = one.model().stepDown();
        var due = one.line().due();
        var positions =
                run.application(one.line()).map(RunInputs.Application::each).orElse(List.of());
        return IntStream.range(0, due.size())
                .mapToObj(i -> {
                    var position = positions.get(i);
                    return new Explanation.Position(
                            Kroner.of(one.model().rate()),
                            Integer.toString(position.percent()),
                            position.year(),
                            position.year() > stepDown.size() ? "0" : stepDown.get(position.year() - 1),
                            due.get(i));
                })
                .toList();
    }
}
