package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Standing;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Reads {@code organisation-numbers.txt}: organisation numbers by the municipality's first number. */
final class OrganisationNumbersFile {
    private static final int CONFLICTING_AT = 5;

    private OrganisationNumbersFile() {}

    static Map<MunicipalityNumber, List<RegisteredOrganisationNumber>> parse(ReferenceLines lines) {
        return lines.each(OrganisationNumbersFile::row).stream()
                .collect(groupingBy(Row::firstNumber, mapping(Row::registered, toList())));
    }

    private static Row row(String line) {
        var words = line.split(" ", -1);
        var standing = words.length > CONFLICTING_AT
                ? Standing.valueOf(words[CONFLICTING_AT].toUpperCase(Locale.ROOT))
                : Standing.CONFIRMED;
        return new Row(
                new MunicipalityNumber(words[0]),
                new RegisteredOrganisationNumber(
                        new OrganisationNumber(words[1]),
                        Period.of(LocalDate.parse(words[2]), words[3].equals("-") ? null : LocalDate.parse(words[3])),
                        standing,
                        Origin.REFERENCE,
                        "reference data, read in " + words[4].replace(",", ", ")));
    }

    private record Row(MunicipalityNumber firstNumber, RegisteredOrganisationNumber registered) {}
}
