package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.head;
import static no.opptrapping.grant.allocation.workbook.Sheet.nothing;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;
import static no.opptrapping.grant.allocation.workbook.Sheet.text;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What each recipient gets from each pot, in whole kroner as the formulas of the pots give them, and what was promised before. */
record ResultSheet(RunWorkbook workbook, Sheet sheet) {
    private static final int INHABITANTS = 4;
    private static final int AMOUNT = 5;

    /** Writes the sheet; {@code amounts} are the cells of what the formulas give each line. */
    void write(Map<Division.Line, String> amounts) {
        var run = workbook.run();
        var lines = run.lines();
        var steps = lines.stream().anyMatch(one -> step(one.line()).isPresent());
        sheet.title(run.run().name(), workbook.notice());
        sheet.add(heads(steps));
        sheet.freeze(3);
        var first = sheet.next();
        for (var one : lines) {
            var row = sheet.next();
            var cells = new ArrayList<>(List.of(
                    text(one.line().recipient().number().value()),
                    text(run.municipality(one.line().recipient().number())
                            .map(RunInputs.Municipality::name)
                            .orElse("")),
                    text(one.pot().name()),
                    text(one.line().recipient().reference()),
                    inhabitants(one.line()),
                    formula(amounts.getOrDefault(one.line(), "0"), 0),
                    formula(
                            "IF(" + Sheet.cell(INHABITANTS, row) + ">0," + Sheet.cell(AMOUNT, row) + "/"
                                    + Sheet.cell(INHABITANTS, row) + ",\"\")",
                            2)));
            if (steps) {
                step(one.line()).ifPresent(step -> cells.addAll(step(step, row)));
            }
            sheet.add(cells);
        }
        var last = sheet.next() - 1;
        var total = new ArrayList<Sheet.Content>(List.of(
                head(workbook.word("sum")),
                nothing(),
                nothing(),
                nothing(),
                nothing(),
                formula(Sheet.sum(AMOUNT, first, last), 0),
                nothing()));
        if (steps) {
            for (var column = AMOUNT + 2; column <= AMOUNT + 8; column++) {
                total.add(formula(Sheet.sum(column, first, last), column < AMOUNT + 4 || column > AMOUNT + 7 ? 0 : 2));
            }
        }
        sheet.widths(10, 26, 16, 13);
        sheet.add(total);
        commitments();
    }

    /** What earlier awards promised of the year is no part of a pot. */
    private void commitments() {
        var run = workbook.run();
        for (var promise : run.inputs().promised()) {
            sheet.add(
                    text(promise.number()),
                    text(run.municipality(new MunicipalityNumber(promise.number()))
                            .map(RunInputs.Municipality::name)
                            .orElse(promise.number())),
                    text(workbook.word("committed")),
                    text(promise.reference()),
                    nothing(),
                    whole(Kroner.of(promise.amount())));
        }
    }

    private List<Sheet.Content> heads(boolean steps) {
        var words = new ArrayList<>(
                List.of("number", "name", "pot", "reference", "inhabitants", "amount", "per-inhabitant"));
        if (steps) {
            words.addAll(List.of(
                    "before",
                    "framework",
                    "compensation",
                    "deduction",
                    "phased-in",
                    "step-rounding",
                    "change",
                    "change-per-inhabitant"));
        }
        return words.stream().map(word -> head(workbook.word(word))).toList();
    }

    private Sheet.Content inhabitants(Division.Line line) {
        return workbook.run()
                .municipality(line.recipient().number())
                .flatMap(municipality -> Optional.ofNullable(municipality.inhabitants()))
                .map(people -> number(new BigDecimal(people), 0))
                .orElseGet(Sheet::nothing);
    }

    /** From before to now; the change can be followed from the amounts beside it. */
    private static List<Sheet.Content> step(Incorporation.Step step, int row) {
        var before = AMOUNT + 2;
        return List.of(
                whole(step.before()),
                whole(step.framework()),
                number(BigDecimal.valueOf(step.compensationInOre(), 2), 2),
                number(BigDecimal.valueOf(step.deductionInOre(), 2), 2),
                number(BigDecimal.valueOf(step.phaseInInOre(), 2), 2),
                number(BigDecimal.valueOf(step.roundingInOre(), 2), 2),
                formula(Sheet.cell(AMOUNT, row) + "-" + Sheet.cell(before, row), 0),
                formula(
                        "IF(" + Sheet.cell(INHABITANTS, row) + ">0," + Sheet.cell(before + 6, row) + "/"
                                + Sheet.cell(INHABITANTS, row) + ",\"\")",
                        2));
    }

    private static Optional<Incorporation.Step> step(Division.Line line) {
        return line instanceof FrameworkLine framework ? framework.step() : Optional.empty();
    }
}
