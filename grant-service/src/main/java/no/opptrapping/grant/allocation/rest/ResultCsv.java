package no.opptrapping.grant.allocation.rest;

import static no.opptrapping.platform.csv.Csv.number;
import static no.opptrapping.platform.csv.Csv.text;

import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.allocation.ComputedRun;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;

/** Every row of a run's result, in the words of the JSON answer. */
final class ResultCsv {
    private static final List<String> HEAD = List.of(
            "pot",
            "number",
            "name",
            "reference",
            "amount",
            "perInhabitant",
            "before",
            "framework",
            "perInhabitantPart",
            "equalisation",
            "change",
            "changePerInhabitant",
            "compensation",
            "deduction",
            "net",
            "receivesOrPays");

    private ResultCsv() {}

    /** The notice, when there is one, stands in a column of its own in every row. */
    static Csv of(ComputedRun run, CsvDialect dialect, String notice) {
        var csv = new Csv(dialect);
        var head = new ArrayList<>(HEAD);
        if (!notice.isEmpty()) {
            head.add("illustration");
        }
        csv.head(head);
        for (var line : run.lines()) {
            var fields = fields(ResultView.item(run, line));
            if (!notice.isEmpty()) {
                fields.add(text(notice));
            }
            csv.row(fields);
        }
        return csv;
    }

    private static List<Csv.Field> fields(ResultView.Item item) {
        return new ArrayList<>(List.of(
                text(item.pot()),
                number(item.number()),
                text(item.name()),
                text(item.reference()),
                number(item.amount()),
                number(item.perInhabitant()),
                number(item.before()),
                number(item.framework()),
                number(item.perInhabitantPart()),
                number(item.equalisation()),
                number(item.change()),
                number(item.changePerInhabitant()),
                number(item.compensation()),
                number(item.deduction()),
                number(item.net()),
                number(item.receivesOrPays())));
    }
}
