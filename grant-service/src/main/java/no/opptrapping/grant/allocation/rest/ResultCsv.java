package no.opptrapping.grant.allocation.rest;

import static no.opptrapping.grant.allocation.rest.Csv.number;
import static no.opptrapping.grant.allocation.rest.Csv.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.ComputedRun;

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
    static String of(ComputedRun run, String notice) {
        var csv = new Csv();
        var head = new ArrayList<>(HEAD);
        if (!notice.isEmpty()) {
            head.add("illustration");
        }
        csv.add(head);
        for (var line : run.lines()) {
            var fields = fields(ResultView.item(run, line));
            if (!notice.isEmpty()) {
                fields.add(text(notice));
            }
            csv.add(fields);
        }
        return csv.toString();
    }

    private static List<String> fields(ResultView.Item item) {
        return new ArrayList<>(List.of(
                text(item.pot()),
                number(item.number()),
                text(Optional.ofNullable(item.name()).orElse("")),
                text(Optional.ofNullable(item.reference()).orElse("")),
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
