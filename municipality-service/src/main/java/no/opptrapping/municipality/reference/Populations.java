package no.opptrapping.municipality.reference;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Population on 1 January by number and year, as the reference data has it. */
final class Populations {
    /** The place of the total in a year's figures. */
    static final int TOTAL = 0;

    private final Map<MunicipalityNumber, PopulationFile.Line> own;
    private final List<PopulationFile.Line> joint;

    Populations(List<PopulationFile.Line> lines) {
        own = lines.stream()
                .filter(line -> line.numbers().size() == 1)
                .collect(toMap(line -> line.numbers().getFirst(), identity()));
        joint = lines.stream().filter(line -> line.numbers().size() > 1).toList();
    }

    /** The municipality's own figure. */
    Optional<Long> of(MunicipalityNumber number, Year year, int place) {
        return Optional.ofNullable(own.get(number)).flatMap(line -> line.figure(year, place));
    }

    /** Joint figures of the year whose municipalities have none of their own. */
    Map<List<MunicipalityNumber>, Long> joint(Year year, int place) {
        return joint.stream()
                .filter(line -> line.figure(year, place).isPresent())
                .filter(line -> line.numbers().stream()
                        .noneMatch(number -> of(number, year, place).isPresent()))
                .collect(toMap(
                        PopulationFile.Line::numbers,
                        line -> line.figure(year, place).orElseThrow()));
    }

    Year firstYear() {
        return own.values().stream()
                .map(PopulationFile.Line::first)
                .min(Year::compareTo)
                .orElseThrow();
    }

    Year lastYear() {
        return own.values().stream()
                .map(line -> line.first().plusYears(line.years().size() - 1L))
                .max(Year::compareTo)
                .orElseThrow();
    }
}
