package no.opptrapping.grant.allocation.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook's formulas give what the engine gives, on random runs and when somebody changes a parameter. */
class WorkbookFormulasTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 500;
    private static final int AMOUNT = 5;

    /** What somebody may change; runs are made until each has been. */
    private static final Set<String> PARAMETERS = Set.of(
            "To divide",
            "floor",
            "cap",
            "floor per inhabitant",
            "cap per inhabitant",
            "Weight",
            "Rate per position",
            "Unit price",
            "Threshold, kroner per inhabitant",
            "Total need",
            "Phase-in, this year");

    private final Set<String> changed = new HashSet<>();
    private final Random random = new Random(SEED);

    /** A parameter as the sheet calls it, its new value, and the same change for the engine. */
    private record Change(String name, String value, UnaryOperator<PotModel> model) {}

    @Test
    void theFormulasGiveTheEnginesAmountsAlsoWhenAParameterIsChanged() throws IOException {
        System.out.println("WorkbookFormulasTest: -Dallocation.seed=" + SEED + " -Dallocation.cases=" + CASES * 500);
        var runs = new RandomRuns(random);
        for (var n = 0; n < CASES || (n < 10 * CASES && !changed.containsAll(PARAMETERS)); n++) {
            var run = runs.next();
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(
                    new RunWorkbook(run, new Texts(), Language.EN, "").write(Optional.empty(), Map.of())))) {
                same(workbook, run);
                changeBudget(workbook, run);
                for (var change : changes(run)) {
                    change(workbook, run, change);
                }
            }
        }
        assertThat(changed).containsAll(PARAMETERS);
    }

    /** Needs in kroner that sum to more than the sum beside them: what the equalisation then gives is not given twice. */
    @Test
    void theFormulasTakeOfTheGrantPerInhabitantWhatTheEqualisationGivesMoreThanItTakes() throws IOException {
        var runs = new RandomRuns(new Random(765_571L));
        var compared = 0;
        for (var n = 0; n < 100_000 && compared < 10; n++) {
            var run = runs.next();
            if (needsMoreThanStated(run)) {
                try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(
                        new RunWorkbook(run, new Texts(), Language.EN, "").write(Optional.empty(), Map.of())))) {
                    same(workbook, run);
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(10);
    }

    private static boolean needsMoreThanStated(ComputedRun run) {
        var stated = run.inputs().parameters().pots().stream()
                .map(pot -> pot.model() instanceof PotModel.Framework framework
                                && framework.whole() != null
                                && framework.whole().needsInKroner()
                        ? framework.whole().totalNeed()
                        : null)
                .filter(Objects::nonNull)
                .findFirst();
        return stated.isPresent()
                && run.lines().stream()
                        .map(PotLine::line)
                        .anyMatch(line -> line instanceof FrameworkLine framework
                                && framework
                                        .need()
                                        .filter(need -> need.total().compareTo(Fraction.of(stated.get())) > 0)
                                        .isPresent());
    }

    private void changeBudget(XSSFWorkbook workbook, ComputedRun run) {
        var parameters = workbook.getSheet("Parameters");
        var cell =
                parameters.getRow(row(parameters, 0, "To divide").getRowNum()).getCell(1);
        var before = cell.getNumericCellValue();
        var other = run.inputs().budget() + 1 + random.nextInt(200_000);
        RandomRuns.changed(run.inputs(), other, model -> model).ifPresent(expected -> {
            cell.setCellValue(other - (double) run.inputs().committed().value());
            same(workbook, expected);
            changed.add("To divide");
        });
        cell.setCellValue(before);
    }

    private void change(XSSFWorkbook workbook, ComputedRun run, Change change) {
        var parameters = workbook.getSheet("Parameters");
        var pot = run.inputs().parameters().pots().getLast().name();
        var cell = row(parameters, pot, change.name()).getCell(2);
        var before = cell.getNumericCellValue();
        RandomRuns.changed(run.inputs(), run.inputs().budget(), change.model()).ifPresent(expected -> {
            cell.setCellValue(new BigDecimal(change.value()).doubleValue());
            same(workbook, expected);
            changed.add(change.name().startsWith("Inhabitants") ? "Weight" : change.name());
        });
        cell.setCellValue(before);
    }

    private List<Change> changes(ComputedRun run) {
        var unit = run.inputs().parameters().unit();
        return switch (run.inputs().parameters().pots().getLast().model()) {
            case PotModel.Objective model -> objective(model, unit);
            case CallModel.Positions model -> {
                var rate = 1_000L + random.nextInt(500_000);
                yield List.of(new Change(
                        "Rate per position",
                        Long.toString(rate),
                        _ -> new CallModel.Positions(
                                model.call(), rate, model.stepDown(), model.rule(), model.tieRule())));
            }
            case PotModel.Activity model -> {
                var price = random.nextInt(3_000) + ".25";
                yield List.of(new Change(
                        "Unit price",
                        price,
                        _ -> new PotModel.Activity(price, model.ownShare(), model.reportYear(), model.activities())));
            }
            case PotModel.Framework model
            when model.whole() != null && model.whole().totalNeed() != null -> {
                var need = 1L + random.nextInt(50_000);
                yield List.of(new Change(
                        "Total need",
                        Long.toString(need),
                        _ -> new PotModel.Framework(
                                model.weights(), null, model.normalise(), model.indices(), with(model.whole(), need))));
            }
            case PotModel.Incorporation model
            when model.guarantee() != null -> {
                var threshold = random.nextInt(60) + ".5";
                yield List.of(new Change(
                        "Threshold, kroner per inhabitant",
                        threshold,
                        _ -> with(
                                model, new PotModel.Guarantee(model.guarantee().variant(), threshold), null)));
            }
            case PotModel.Incorporation model
            when model.phaseIn() != null -> {
                var year = 1 + random.nextInt(3);
                yield List.of(new Change(
                        "Phase-in, this year",
                        Integer.toString(year),
                        _ -> with(model, null, new PotModel.PhaseIn(3, year))));
            }
            default -> List.of();
        };
    }

    private static WholeFramework with(WholeFramework whole, long totalNeed) {
        return new WholeFramework(
                totalNeed,
                whole.needsInKroner(),
                whole.tolerance(),
                whole.inhabitants(),
                whole.additions(),
                whole.guarantee(),
                whole.incorporated());
    }

    private static PotModel.Incorporation with(
            PotModel.Incorporation model, PotModel.Guarantee guarantee, PotModel.PhaseIn phaseIn) {
        return new PotModel.Incorporation(
                model.fromScheme(),
                model.fromYear(),
                model.weights(),
                null,
                model.normalise(),
                model.indices(),
                guarantee,
                phaseIn);
    }

    private List<Change> objective(PotModel.Objective model, int unit) {
        var changes = new HashMap<String, Change>();
        if (model.floorPerMunicipality() != null) {
            var floor = (long) unit * random.nextInt(40);
            changes.put("floor", new Change("floor", Long.toString(floor), _ -> with(model, floor, null, null, null)));
        }
        if (model.capPerMunicipality() != null) {
            var cap = (long) unit * (40 + random.nextInt(900));
            changes.put("cap", new Change("cap", Long.toString(cap), _ -> with(model, null, cap, null, null)));
        }
        if (model.floorPerInhabitant() != null) {
            var rate = random.nextInt(4) + ".35";
            changes.put("pf", new Change("floor per inhabitant", rate, _ -> with(model, null, null, rate, null)));
        }
        if (model.capPerInhabitant() != null) {
            var rate = 10 + random.nextInt(200) + ".15";
            changes.put("pc", new Change("cap per inhabitant", rate, _ -> with(model, null, null, null, rate)));
        }
        if (model.normalise() && !model.weights().isEmpty()) {
            var first = model.weights().getFirst();
            var weights = new java.util.ArrayList<>(model.weights());
            weights.set(0, new PotModel.Weight(first.indicator(), first.year(), "11.5"));
            changes.put(
                    "w",
                    new Change(
                            "Inhabitants 2024",
                            "11.5",
                            _ -> new PotModel.Objective(
                                    weights,
                                    null,
                                    true,
                                    model.indices(),
                                    model.floorPerMunicipality(),
                                    model.capPerMunicipality(),
                                    model.floors(),
                                    model.caps(),
                                    model.floorPerInhabitant(),
                                    model.capPerInhabitant())));
        }
        return List.copyOf(changes.values());
    }

    private static PotModel.Objective with(
            PotModel.Objective model, Long floor, Long cap, String floorEach, String capEach) {
        return new PotModel.Objective(
                model.weights(),
                null,
                model.normalise(),
                model.indices(),
                floor == null ? model.floorPerMunicipality() : floor,
                cap == null ? model.capPerMunicipality() : cap,
                model.floors(),
                model.caps(),
                floorEach == null ? model.floorPerInhabitant() : floorEach,
                capEach == null ? model.capPerInhabitant() : capEach);
    }

    /** Every amount of the result, calculated anew, is the engine's. */
    private static void same(XSSFWorkbook workbook, ComputedRun run) {
        var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        var result = workbook.getSheet("Result");
        var first = row(result, 0, "Number").getRowNum() + 1;
        var lines = run.lines();
        for (var i = 0; i < lines.size(); i++) {
            var cell = result.getRow(first + i).getCell(AMOUNT);
            var value = evaluator.evaluate(cell);
            assertThat(value.getCellType()).as(cell.getCellFormula()).isEqualTo(CellType.NUMERIC);
            if (value.getNumberValue() != lines.get(i).line().amount().value()) {
                throw new AssertionError(value.getNumberValue() + " is not "
                        + lines.get(i).line().amount() + " for " + lines.get(i).line() + " of "
                        + run.inputs().parameters() + " in " + dump(workbook));
            }
        }
    }

    private static String dump(XSSFWorkbook workbook) {
        try {
            var file = java.nio.file.Files.createTempFile("workbook", ".xlsx");
            try (var out = java.nio.file.Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Row row(XSSFSheet sheet, int column, String text) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> text.equals(text(row.getCell(column))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + text));
    }

    private static Row row(XSSFSheet sheet, String pot, String name) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .filter(row -> pot.equals(text(row.getCell(0))) && name.equals(text(row.getCell(1))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No parameter " + name));
    }

    private static String text(Cell cell) {
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }
}
