package no.opptrapping.local.grantyear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import no.opptrapping.local.ScenarioFailure;

/** What the Storting adopted for the grant, year by year (source: DFØ, Statsregnskapet; see the resource file). */
record StateBudget(TreeMap<Integer, Line> lines) {
    /** One year's appropriation as adopted (<i>saldert</i>), in kroner, on its budget chapter and item. */
    record Line(int year, String chapter, String item, long adopted) {}

    static StateBudget read() {
        var file = Objects.requireNonNull(StateBudget.class.getResourceAsStream("state-budget.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var lines = new TreeMap<Integer, Line>();
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("year"))
                    .map(line -> line.split(";", -1))
                    .map(cell -> new Line(Integer.parseInt(cell[0]), cell[1], cell[2], Long.parseLong(cell[3])))
                    .forEach(line -> lines.put(line.year(), line));
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
