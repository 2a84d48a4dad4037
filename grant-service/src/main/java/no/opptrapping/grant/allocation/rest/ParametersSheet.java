package no.opptrapping.grant.allocation.rest;

import static no.opptrapping.grant.allocation.rest.Sheet.formula;
import static no.opptrapping.grant.allocation.rest.Sheet.head;
import static no.opptrapping.grant.allocation.rest.Sheet.number;
import static no.opptrapping.grant.allocation.rest.Sheet.text;
import static no.opptrapping.grant.allocation.rest.Sheet.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.AllocationRun;
import no.opptrapping.grant.allocation.RunInputs;
import no.opptrapping.grant.allocation.RunParameters;
import org.jspecify.annotations.Nullable;

/** What a run was asked to do and what it came to. */
record ParametersSheet(RunWorkbook workbook, Sheet sheet) {
    /** Where other sheets find a pot's budget and its weights, as cells of this sheet. */
    record Written(List<String> budgets, List<List<String>> weights) {}

    Written write(ResultSheet.Written result) {
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
        sheet.add(head(workbook.word("unit")), whole(parameters.unit()));
        money(run, result);
        fact("engine", inputs.engineVersion());
        fact("input-hash", run.inputHash());
        fact("result-hash", run.resultHash());
        sheet.skip();
        var budgets = pots(parameters);
        sheet.skip();
        var weights = weights(inputs);
        sheet.skip();
        indicators(inputs);
        sheet.widths(30, 40, 18, 6);
        return new Written(budgets, weights);
    }

    private void fact(String word, String value) {
        sheet.add(head(workbook.word(word)), text(value));
    }

    private void money(AllocationRun run, ResultSheet.Written result) {
        sheet.add(
                head(workbook.word("committed")), whole(workbook.run().inputs().committed()));
        var budget = sheet.add(head(workbook.word("budget")), whole(run.budget()));
        var sum = sheet.add(head(workbook.word("sum")), formula(result.sum(), 0));
        sheet.add(head(workbook.word("undistributed")), formula(Sheet.cell(1, budget) + "-" + Sheet.cell(1, sum), 0));
    }

    private List<String> pots(RunParameters parameters) {
        sheet.add(head(workbook.word("pot")), head(workbook.word("model")), head(workbook.word("pot-budget")));
        var budgets = new ArrayList<String>();
        for (var i = 0; i < parameters.pots().size(); i++) {
            var pot = parameters.pots().get(i);
            var division = workbook.run().result().pots().get(i).division();
            var row = sheet.add(text(pot.name()), text(model(pot.model())), whole(division.budget()));
            budgets.add(sheet.elsewhere(2, row));
        }
        return budgets;
    }

    private String model(RunParameters.Model model) {
        return switch (model) {
            case RunParameters.Objective objective -> workbook.word("model-objective") + limits(objective);
            case RunParameters.Application application ->
                workbook.word("model-application") + ": " + application.rule() + ", " + application.tieRule();
            case RunParameters.Positions positions ->
                workbook.word("model-position") + ": " + positions.rate() + "; "
                        + String.join(" / ", positions.stepDown()) + "; " + positions.rule();
            case RunParameters.Activity activity ->
                workbook.word("model-activity") + ": " + activity.unitPrice() + "; " + activity.ownShare();
            case RunParameters.Framework framework -> workbook.word("model-framework");
            case RunParameters.Incorporation incorporation ->
                workbook.word("model-incorporation")
                        + Optional.ofNullable(incorporation.guarantee())
                                .map(guarantee -> ": " + workbook.word("guarantee-" + guarantee.variant()) + " "
                                        + guarantee.threshold())
                                .orElse("")
                        + Optional.ofNullable(incorporation.phaseIn())
                                .map(phase ->
                                        ": " + workbook.word("phase-in") + " " + phase.year() + "/" + phase.years())
                                .orElse("");
        };
    }

    private String limits(RunParameters.Objective model) {
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
