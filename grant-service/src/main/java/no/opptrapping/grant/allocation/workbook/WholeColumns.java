package no.opptrapping.grant.allocation.workbook;

import static no.opptrapping.grant.allocation.workbook.Sheet.formula;
import static no.opptrapping.grant.allocation.workbook.Sheet.number;
import static no.opptrapping.grant.allocation.workbook.Sheet.whole;

import java.math.BigDecimal;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.WholeGrant;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The whole framework grant as formulas: per inhabitant, equalisation of the second sum, additions, guarantee. */
record WholeColumns(PotTable of, ParametersSheet.Pot cells, WholeFramework model, CriteriaColumns.Written columns) {
    void write() {
        var table = of.table();
        var people = columns.inhabitants();
        var counted = model.inhabitants() == null
                ? people
                : table.summed(of.word("counted"), 0, i -> number(new BigDecimal(counted(i)), 0));
        var additions = table.summed(of.word("additions"), 0, i -> whole(part(i).additions()));
        var each = new int[1];
        var equalisation = new int[1];
        table.summed(of.word("per-inhabitant-part"), 0, i -> formula(table.at(each[0], i), 0));
        table.summed(of.word("equalisation"), 0, i -> formula(table.at(equalisation[0], i), 0));
        var framework = new int[1];
        framework[0] = table.summed(
                of.word("whole-framework"),
                0,
                i -> formula(
                        table.at(each[0], i) + "+" + table.at(equalisation[0], i) + "+" + table.at(additions, i), 0));
        if (model.incorporated() != null) {
            table.summed(
                    of.word("incorporated"),
                    0,
                    i -> whole(part(i).incorporated().orElse(Kroner.ZERO)));
        }
        var guarantee = Optional.ofNullable(model.guarantee());
        var base = new int[] {framework[0]};
        guarantee
                .map(WholeFramework.WholeGuarantee::after)
                .ifPresent(after -> base[0] = table.summed(
                        of.word("published-framework"),
                        0,
                        i -> whole(after.getOrDefault(of.municipality(i).number(), 0L))));
        var step = guarantee.map(_ -> new StepColumns(of, cells, GuaranteeVariant.STATE, null, people, "1"));
        step.ifPresent(one -> one.show(base));
        var amount = new int[1];
        of.amounts(_ -> amount[0]);
        var sums = new Sums(table, people, counted, additions);
        each[0] = of.steps().round(" 1", sums.perInhabitant(), cells.unit(), null);
        equalisation[0] = of.steps().round(" 2", sums.equalisation(), cells.unit(), null);
        amount[0] = step.map(one -> {
                    var after = one.compute();
                    return table.formulas(
                            of.word("after-guarantee"),
                            0,
                            i -> table.at(framework[0], i) + "+" + table.at(after, i) + "-" + table.at(base[0], i));
                })
                .orElse(framework[0]);
        table.write(2);
    }

    private WholeGrant.Part part(int row) {
        return of.lines().get(row) instanceof FrameworkLine line
                ? line.whole().orElseThrow(() -> new IllegalStateException("No whole grant: " + line.recipient()))
                : missing(row);
    }

    private WholeGrant.Part missing(int row) {
        throw new IllegalStateException(
                "No framework grant: " + of.lines().get(row).recipient());
    }

    private String counted(int row) {
        return part(row).inhabitants().rounded(12).toPlainString();
    }

    /** The two sums before rounding. */
    private final class Sums {
        private final FormulaTable table;
        private final int people;
        private final int counted;
        private final int additions;
        private final @Nullable String stated;
        private final @Nullable String own;

        Sums(FormulaTable table, int people, int counted, int additions) {
            this.table = table;
            this.people = people;
            this.counted = counted;
            this.additions = additions;
            this.stated = cells.named().get("total-need");
            this.own = model.needsInKroner() && columns.needs() != null
                    ? of.steps().total(of.word("needs"), columns.needs())
                    : stated;
        }

        /** What the equalisation gives more than it takes is paid by all, each alike. */
        int perInhabitant() {
            var all = of.steps().total(of.word("counted-all"), counted);
            var given = of.steps().total(of.word("additions-all"), additions);
            var surplus =
                    stated == null || stated.equals(own) ? "" : "-MAX(0,-INT(ROUND(" + stated + "-" + own + ",6)))";
            return table.formulas(
                    of.word("per-inhabitant-exact"),
                    2,
                    i -> "(" + cells.budget() + "-" + given + surplus + ")*" + table.at(counted, i) + "/" + all);
        }

        /** Needs in kroner are as they are, and the sum beside them only makes the mean. */
        int equalisation() {
            var everybody = of.steps().total(of.word("people"), people);
            return table.formulas(
                    of.word("equalisation-exact"),
                    2,
                    i -> own + "*" + table.at(columns.share(), i) + "-" + (stated == null ? own : stated) + "*"
                            + table.at(people, i) + "/" + everybody);
        }
    }
}
