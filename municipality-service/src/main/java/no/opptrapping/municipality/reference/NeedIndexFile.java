package no.opptrapping.municipality.reference;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads {@code need-index.txt}: years, and of each the index of every number that has one. */
final class NeedIndexFile {
    private static final String YEAR = "year ";

    private NeedIndexFile() {}

    /** A year's indices as they were published. */
    record Edition(Year year, Map<MunicipalityNumber, String> indices) {}

    static List<Edition> parse(ReferenceLines lines) {
        var editions = new ArrayList<Edition>();
        lines.each(line -> {
            if (line.startsWith(YEAR)) {
                editions.add(new Edition(Year.parse(line.substring(YEAR.length())), new TreeMap<>()));
            } else {
                for (var pair : line.split("  ", -1)) {
                    var words = pair.split(" ", -1);
                    editions.getLast().indices().put(new MunicipalityNumber(words[0]), words[1]);
                }
            }
            return line;
        });
        return editions;
    }
}
