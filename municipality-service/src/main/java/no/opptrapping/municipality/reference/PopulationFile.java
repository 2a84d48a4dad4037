package no.opptrapping.municipality.reference;

import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Reads {@code population.txt}: per number, or per numbers with a joint figure, the years' figures from a first year
 * on.
 */
final class PopulationFile {
    /** How many figures a year has: total, 0-17, 18-66, 67 and over. */
    static final int FIGURES = 4;

    private static final String UNKNOWN = "?";

    private PopulationFile() {}

    /**
     * The people of one municipality, or of several together, by year.
     *
     * @param years of each year from {@code first} on: nothing, the total, or the total and the three age groups
     */
    record Line(List<MunicipalityNumber> numbers, Year first, List<List<Long>> years) {
        /** The figure of the year, by its place in the line; empty if it is not known. */
        Optional<Long> figure(Year year, int place) {
            var index = year.getValue() - first.getValue();
            if (index < 0 || index >= years.size() || place >= years.get(index).size()) {
                return Optional.empty();
            }
            return Optional.of(years.get(index).get(place));
        }
    }

    static List<Line> parse(ReferenceLines lines) {
        return lines.each(text -> {
            var words = text.split(" ", -1);
            var numbers = Arrays.stream(words[0].split("\\+", -1))
                    .map(MunicipalityNumber::new)
                    .toList();
            var years =
                    Arrays.stream(words).skip(2).map(PopulationFile::figures).toList();
            return new Line(numbers, Year.parse(words[1]), years);
        });
    }

    private static List<Long> figures(String text) {
        if (text.equals(UNKNOWN)) {
            return List.of();
        }
        var figures = Arrays.stream(text.split("/", -1)).map(Long::valueOf).toList();
        var ageGroups = figures.stream().skip(1).mapToLong(Long::longValue).sum();
        if (figures.size() != 1 && (figures.size() != FIGURES || ageGroups != figures.getFirst())) {
            throw new IllegalArgumentException("The age groups do not add up to the total: " + text);
        }
        return figures;
    }
}
