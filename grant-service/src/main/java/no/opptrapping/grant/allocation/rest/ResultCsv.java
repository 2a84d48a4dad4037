package no.opptrapping.grant.allocation.rest;

import static no.opptrapping.platform.csv.Csv.number;
import static no.opptrapping.platform.csv.Csv.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.framework.Easing;
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
            "phaseIn",
            "rounding",
            "net",
            "receivesOrPays",
            "additions",
            "incorporated",
            "continues");

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
            var fields = fields(ResultResponse.item(run, line));
            if (!notice.isEmpty()) {
                fields.add(text(notice));
            }
            csv.row(fields);
        }
        for (var promise : ResultResponse.commitments(run)) {
            var fields = fields(promise);
            if (!notice.isEmpty()) {
                fields.add(text(notice));
            }
            csv.row(fields);
        }
        return csv;
    }

    /** What earlier awards promised is no part of a pot, and says which award it continues. */
    private static List<Csv.Field> fields(ResultResponse.Commitment promise) {
        var fields = new ArrayList<Csv.Field>();
        fields.add(text(""));
        fields.add(number(promise.number()));
        fields.add(text(promise.name()));
        fields.add(text(""));
        fields.add(number(promise.amount()));
        while (fields.size() < HEAD.size() - 1) {
            fields.add(text(""));
        }
        fields.add(text(promise.reference()));
        return fields;
    }

    private static List<Csv.Field> fields(ResultResponse.Item item) {
        var easing = Optional.ofNullable(item.easing());
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
                number(easing.map(Easing::compensation).orElse(null)),
                number(easing.map(Easing::deduction).orElse(null)),
                number(easing.map(Easing::phaseIn).orElse(null)),
                number(easing.map(Easing::rounding).orElse(null)),
                number(item.net()),
                text(item.receivesOrPays()),
                number(item.additions()),
                number(item.incorporated()),
                text("")));
    }
}
