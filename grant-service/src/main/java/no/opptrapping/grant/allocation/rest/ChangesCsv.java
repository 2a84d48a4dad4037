package no.opptrapping.grant.allocation.rest;

import static no.opptrapping.platform.csv.Csv.number;
import static no.opptrapping.platform.csv.Csv.text;

import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.allocation.changes.Cause;
import no.opptrapping.grant.allocation.changes.ChangeTable;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;

/** The change of every municipality, in the words of the JSON answer: each cause in the order, then in the mean. */
final class ChangesCsv {
    private ChangesCsv() {}

    /** The notice, when there is one, stands in a column of its own in every row. */
    static Csv of(ChangeTable table, CsvDialect dialect, String notice) {
        var csv = new Csv(dialect);
        var head = new ArrayList<>(List.of("number", "name", "before", "after", "change"));
        for (var cause : Cause.values()) {
            head.add(cause.code());
        }
        for (var cause : Cause.values()) {
            head.add("mean-" + cause.code());
        }
        if (!notice.isEmpty()) {
            head.add("illustration");
        }
        csv.head(head);
        for (var row : table.rows()) {
            var fields = new ArrayList<>(List.of(
                    number(row.number()),
                    text(row.name()),
                    number(row.before()),
                    number(row.after()),
                    number(row.change())));
            for (var cause : Cause.values()) {
                fields.add(number(row.inOrder(cause)));
            }
            for (var cause : Cause.values()) {
                fields.add(number(row.inMean(cause)));
            }
            if (!notice.isEmpty()) {
                fields.add(text(notice));
            }
            csv.row(fields);
        }
        return csv;
    }
}
