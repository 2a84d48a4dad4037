package no.opptrapping.municipality.reference;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.indicators.GroupingEdition;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Reads {@code kostra-groups.txt} and {@code health-regions.txt}: editions with the numbers of each group; two digits
 * stand for every municipality of a county.
 */
final class GroupingFile {
    private final String indicator;
    private final Register register;

    GroupingFile(String indicator, Register register) {
        this.indicator = indicator;
        this.register = register;
    }

    /** An edition and the first year's structure that the service uses it for. */
    record InForce(GroupingEdition edition, Year from) {}

    List<InForce> parse(ReferenceLines lines) {
        var editions = new ArrayList<Builder>();
        lines.each(line -> {
            if (line.startsWith("edition ")) {
                var words = line.split(" ", -1);
                editions.add(new Builder(
                        Year.parse(words[1]), LocalDate.of(Integer.parseInt(words[3]), 1, 1), Year.parse(words[5])));
            } else {
                var parts = line.split(": ", 2);
                editions.getLast().add(parts[0], parts[1].split(" ", -1));
            }
            return line;
        });
        return editions.stream().map(Builder::build).toList();
    }

    private final class Builder {
        private final Year year;
        private final LocalDate structureDate;
        private final Year from;
        private final List<MunicipalityNumber> structure;
        private final Map<MunicipalityNumber, String> groups = new HashMap<>();

        Builder(Year year, LocalDate structureDate, Year from) {
            this.year = year;
            this.structureDate = structureDate;
            this.from = from;
            this.structure =
                    register.validOn(structureDate).stream().map(Listed::number).toList();
        }

        void add(String group, String[] prefixes) {
            var numbers = structure.stream()
                    .filter(number -> Arrays.stream(prefixes).anyMatch(number.value()::startsWith))
                    .toList();
            for (var number : numbers) {
                if (groups.put(number, group) != null) {
                    throw new IllegalArgumentException(number + " is in two groups");
                }
            }
        }

        InForce build() {
            return new InForce(new GroupingEdition(indicator, year, structureDate, groups), from);
        }
    }
}
