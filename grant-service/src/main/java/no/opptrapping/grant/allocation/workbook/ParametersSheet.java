package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.head;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;
import static no.opptrapping.grant.allocation.workbook.Sheet.text;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** What a run was asked to do and what it came to. */
record ParametersSheet(RunWorkbook workbook, Sheet sheet) {
    /** Where other sheets find what a pot is divided by, as cells of this sheet; parameters by their names here. */
    record Pot(String unit, String budget, List<String> weights, Map<String, String> named) {}

    /** Writes the sheet; {@code sums} are the cells of what each pot's formulas sum to. */
    List<Pot> write(List<String> sums) {
        var run = workbook.run().run();
        var inputs = workbook.run().inputs();
        var parameters = inputs.parameters();
        sheet.title(run.name(), workbook.notice());
        fact("scheme", run.scheme().toString());
        fact("year", Integer.toString(parameters.year()));
        fact("status", workbook.word(run.isAdopted() ? "adopted" : "simulated"));
        fact("made", run.madeBy() + ", " + run.madeAt());
        run.adoption()
                .map(adoption -> adoption.by() + ", " + adoption.at())
                .ifPresent(adoption -> fact("adopted-by", adoption));
        fact("structure-date", parameters.structureDate());
        fact("population-year", Integer.toString(parameters.populationYear()));
        var unit = sheet.elsewhere(1, sheet.add(head(workbook.word("unit")), whole(parameters.unit())));
        var available = money(run, sums);
        fact("engine", inputs.engineVersion());
        fact("input-hash", run.inputHash());
        fact("result-hash", run.resultHash());
        sheet.skip();
        var budgets = pots(parameters, available, sums);
        sheet.skip();
        var weights = weights(inputs);
        sheet.skip();
        var cells = new ArrayList<Pot>();
        sheet.add(head(workbook.word("pot")), head(workbook.word("parameter")), head(workbook.word("value")));
        for (var i = 0; i < parameters.pots().size(); i++) {
            cells.add(new Pot(
                    unit,
                    budgets.get(i),
                    weights.get(i),
                    named(parameters.pots().get(i))));
        }
        sheet.skip();
        indicators(inputs);
        sheet.widths(30, 40, 18, 6);
        return cells;
    }

    private void fact(String word, String value) {
        sheet.add(head(workbook.word(word)), text(value));
    }

    private String money(AllocationRun run, List<String> sums) {
        sheet.add(
                head(workbook.word("committed")), whole(workbook.run().inputs().committed()));
        var inputs = workbook.run().inputs();
        var budget = sheet.add(
                head(workbook.word("budget")), whole(Kroner.of(inputs.budget()).minus(inputs.committed())));
        var sum = sheet.add(head(workbook.word("sum")), formula(String.join("+", sums), 0));
        // In a phase-in the year divides a total of its own, and not what the key divided.
        sheet.add(
                head(workbook.word("undistributed")),
                isPhasedIn()
                        ? whole(run.undistributed())
                        : formula(Sheet.cell(1, budget) + "-" + Sheet.cell(1, sum), 0));
        return Sheet.fixed(1, budget);
    }

    private boolean isPhasedIn() {
        return workbook.run().inputs().parameters().pots().stream()
                .flatMap(pot -> pot.model().step().stream())
                .anyMatch(step -> step.phaseIn() != null);
    }

    /** A pot that takes what is left does so by a formula. */
    private List<String> pots(RunParameters parameters, String available, List<String> sums) {
        sheet.add(head(workbook.word("pot")), head(workbook.word("model")), head(workbook.word("pot-budget")));
        var budgets = new ArrayList<String>();
        for (var i = 0; i < parameters.pots().size(); i++) {
            var pot = parameters.pots().get(i);
            var before = sums.subList(0, i).stream().map(sum -> "-" + sum).collect(Collectors.joining());
            var row = sheet.add(
                    text(pot.name()),
                    text(model(pot.model())),
                    pot.amount() == null ? formula("MAX(0," + available + before + ")", 0) : whole(pot.amount()));
            budgets.add(sheet.elsewhere(2, row));
        }
        return budgets;
    }

    /** What a pot's model is told besides weights. */
    private Map<String, String> named(RunParameters.Pot pot) {
        var named = new HashMap<String, String>();
        switch (pot.model()) {
            case PotModel.Objective model -> {
                value(pot, "floor", model.floorPerMunicipality(), named);
                value(pot, "cap", model.capPerMunicipality(), named);
                value(pot, "floor-per-inhabitant", model.floorPerInhabitant(), named);
                value(pot, "cap-per-inhabitant", model.capPerInhabitant(), named);
            }
            case CallModel.Positions model -> {
                value(pot, "rate", model.rate(), named);
                var cells = model.stepDown().stream()
                        .map(factor -> value(pot, "step-down", factor, named))
                        .toList();
                named.put(
                        "step-down",
                        cells.getFirst() + ":"
                                + cells.getLast().substring(sheet.prefix().length()));
            }
            case PotModel.Activity model -> {
                value(pot, "unit-price", model.unitPrice(), named);
                value(pot, "own-share", model.ownShare(), named);
            }
            case PotModel.Incorporation model -> {
                if (model.guarantee() != null) {
                    value(pot, "threshold", model.guarantee().threshold(), named);
                }
                if (model.phaseIn() != null) {
                    value(pot, "phase-years", model.phaseIn().years(), named);
                    value(pot, "phase-year", model.phaseIn().year(), named);
                }
            }
            case CallModel.Application model -> {}
            case CallModel.Ceiling model -> {}
            case PotModel.Framework model -> {
                if (model.whole() != null) {
                    value(pot, "total-need", model.whole().totalNeed(), named);
                    if (model.whole().guarantee() != null) {
                        value(pot, "threshold", model.whole().guarantee().threshold(), named);
                    }
                }
            }
        }
        return named;
    }

    @CanIgnoreReturnValue
    private String value(RunParameters.Pot pot, String name, @Nullable Object value, Map<String, String> named) {
        if (value == null) {
            return "";
        }
        var number = new BigDecimal(value.toString());
        var row = sheet.add(text(pot.name()), text(workbook.word(name)), number(number, Math.max(0, number.scale())));
        var cell = sheet.elsewhere(2, row);
        named.put(name, cell);
        return cell;
    }

    private String model(PotModel model) {
        return switch (model) {
            case PotModel.Objective objective -> workbook.word("model-objective") + limits(objective);
            case CallModel.Application application ->
                workbook.word("model-application") + ": " + code(application.rule(), DivisionRule::code) + ", "
                        + code(application.tieRule(), TieRule::code);
            case CallModel.Positions positions ->
                workbook.word("model-position") + ": " + positions.rate() + "; "
                        + String.join(" / ", positions.stepDown()) + "; " + code(positions.rule(), DivisionRule::code);
            case PotModel.Activity activity ->
                workbook.word("model-activity") + ": " + activity.unitPrice() + "; " + activity.ownShare();
            case CallModel.Ceiling ceiling -> workbook.word("model-ceiling");
            case PotModel.Framework framework ->
                workbook.word(framework.whole() == null ? "model-framework" : "model-whole-framework");
            case PotModel.Incorporation incorporation ->
                workbook.word("model-incorporation")
                        + Optional.ofNullable(incorporation.guarantee())
                                .map(guarantee -> ": "
                                        + workbook.word("guarantee-"
                                                + guarantee.variant().code()) + " " + guarantee.threshold())
                                .orElse("")
                        + Optional.ofNullable(incorporation.phaseIn())
                                .map(phase ->
                                        ": " + workbook.word("phase-in") + " " + phase.year() + "/" + phase.years())
                                .orElse("");
        };
    }

    /** A run's inputs have the call's rules. */
    private static <T> String code(@Nullable T rule, Function<T, String> code) {
        return Optional.ofNullable(rule).map(code).orElse("");
    }

    private String limits(PotModel.Objective model) {
        return limit("floor", model.floorPerMunicipality())
                + limit("cap", model.capPerMunicipality())
                + limit("floor-per-inhabitant", model.floorPerInhabitant())
                + limit("cap-per-inhabitant", model.capPerInhabitant());
    }

    private String limit(String word, @Nullable Object value) {
        return value == null ? "" : "; " + workbook.word(word) + " " + value;
    }

    private List<List<String>> weights(RunInputs inputs) {
        var cells = new ArrayList<List<String>>();
        if (inputs.parameters().pots().stream()
                .anyMatch(pot -> !pot.model().weights().isEmpty())) {
            sheet.add(head(workbook.word("pot")), head(workbook.word("criterion")), head(workbook.word("weight")));
        }
        for (var pot : inputs.parameters().pots()) {
            var ofPot = new ArrayList<String>();
            for (var weight : pot.model().weights()) {
                var row = sheet.add(
                        text(pot.name()),
                        text(workbook.indicator(weight.indicator(), weight.year())),
                        number(new BigDecimal(weight.weight()), 4));
                ofPot.add(sheet.elsewhere(2, row));
            }
            cells.add(ofPot);
        }
        return cells;
    }

    private void indicators(RunInputs inputs) {
        sheet.add(
                head(workbook.word("indicator")),
                head(workbook.word("source")),
                head(workbook.word("structure-date")),
                head(workbook.word("version")));
        inputs.indicators()
                .forEach(one -> sheet.add(
                        text(workbook.indicator(one.code(), one.year())),
                        text(one.source()),
                        text(one.structureDate()),
                        whole(one.version())));
    }
}
