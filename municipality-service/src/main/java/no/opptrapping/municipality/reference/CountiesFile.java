package no.opptrapping.municipality.reference;

import java.time.LocalDate;
import java.util.List;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Period;
import org.jspecify.annotations.Nullable;

/** Reads {@code counties.txt}: number, from, to and name. */
final class CountiesFile {
    private CountiesFile() {}

    static List<County> parse(ReferenceLines lines) {
        return lines.each(line -> {
            var words = line.split(" ", 4);
            return new County(words[0], words[3], Period.of(date(words[1]), date(words[2])));
        });
    }

    private static @Nullable LocalDate date(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }
}
