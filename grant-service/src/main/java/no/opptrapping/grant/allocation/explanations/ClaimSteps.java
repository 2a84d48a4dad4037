package no.opptrapping.grant.allocation.explanations;

import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.ore;
import static no.opptrapping.grant.allocation.explanations.ExplanationSteps.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.explanations.Explanation.Line;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;

/** The steps to an amount by application: what was assessed, and what the call's rule took of it. */
final class ClaimSteps {
    private final ExplanationSteps steps;

    ClaimSteps(Wording wording) {
        this.steps = new ExplanationSteps(wording);
    }

    List<Line> lines(ComputedRun run, PotLine.OfApplication one) {
        var lines = new ArrayList<Line>();
        lines.add(steps.line("assessed", null, Map.of(), Ore.of(one.line().assessed())));
        lines.addAll(cut(run, one.line(), level(one.division().lines())));
        return lines;
    }

    /** What was taken of a claim, by its reason. */
    List<Line> cut(ComputedRun run, ApplicationLine line, Optional<BigDecimal> level) {
        if (line.reason() == Reason.IN_FULL && line.share().isEmpty()) {
            return List.of();
        }
        if (line.share().isEmpty()) {
            return List.of(steps.line(
                    code(line.reason()),
                    null,
                    Map.of("place", line.place().orElse(0), "smallestUseful", line.smallestUseful()),
                    Ore.of(line.amount().minus(line.assessed()))));
        }
        var exact = ore(line.exact());
        var cut = exact.minus(Ore.of(line.assessed()));
        var lines = new ArrayList<Line>();
        if (!cut.isZero()) {
            lines.add(steps.line(
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
        lines.addAll(steps.rounding(run, Ore.of(line.amount()).minus(exact)));
        return lines;
    }

    /** What claims' shares are multiplied by where the claim itself is not the limit; empty where all are met. */
    static Optional<BigDecimal> level(List<ApplicationLine> lines) {
        return lines.stream()
                .flatMap(line -> line
                        .share()
                        .filter(share -> share.signum() > 0
                                && line.exact()
                                                .compareTo(Fraction.of(
                                                        line.assessed().value()))
                                        < 0)
                        .map(share -> line.exact().over(share).rounded(ExplanationSteps.LEVEL_DECIMALS))
                        .stream())
                .findFirst();
    }

    static Explanation.ByApplication basis(ComputedRun run, PotLine.OfApplication one) {
        var line = one.line();
        return new Explanation.ByApplication(
                run.application(line).map(RunInputs.Application::reference).orElse(""),
                line.assessed(),
                line.smallestUseful(),
                line.place().orElse(null),
                line.share().map(ExplanationSteps::share).orElse(null),
                code(line.reason()),
                line.share()
                        .flatMap(_ -> level(one.division().lines()))
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                run.application(line)
                        .filter(application -> application.participants().size() > 1)
                        .map(application -> participants(application, line.amount()))
                        .orElse(null));
    }

    private static List<Explanation.Participant> participants(RunInputs.Application application, Kroner amount) {
        var shares = RunInputs.shares(application.participants(), amount);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Explanation.Participant(
                        new MunicipalityNumber(application.participants().get(i).number()), shares.get(i)))
                .toList();
    }

    /** A reason as it stands in explanations and in the names of texts. */
    static String code(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
