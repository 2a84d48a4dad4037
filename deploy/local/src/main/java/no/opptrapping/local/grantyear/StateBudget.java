package no.opptrapping.local.grantyear;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.TreeMap;
import no.opptrapping.local.ScenarioFailure;

/** What the Storting adopted for the grant, year by year (source: DFØ, Statsregnskapet; see the resource file). */
record StateBudget(TreeMap<Integer, Line> lines) {
    /** One year's appropriation as adopted (<i>saldert</i>), in kroner, on its budget chapter and item. */
    record Line(int year, String chapter, String item, long adopted) {}

    static StateBudget read() {
        var file = Objects.requireNonNull(StateBudget.class.getResourceAsStream("state-budget.csv"));
        try (var records = CsvReader.builder()
                .fieldSeparator(';')
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(file)) {
            var lines = new TreeMap<Integer, Line>();
            for (var record : records) {
                var year = Integer.parseInt(record.getField("year"));
                lines.put(
                        year,
                        new Line(
                                year,
                                record.getField("chapter"),
                                record.getField("item"),
                                Long.parseLong(record.getField("adopted"))));
            }
            return new StateBudget(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The year's line; a year without one is refused with the years there are. */
    Line of(int year) {
        var line = lines.get(year);
        if (line == null) {
            throw new ScenarioFailure("The state budget has no earmarked grant for " + year + ": choose a year from "
                    + lines.firstKey() + " to " + lines.lastKey() + ".");
        }
        return line;
    }
}
