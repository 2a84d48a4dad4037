package no.opptrapping.municipality.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.registry.DeriveIdentity;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads {@code municipalities.txt}: one identity per line, with its versions. */
final class MunicipalitiesFile {
    private static final String FOUNDED_EARLIER = "~";
    private static final String CEASED = ".";

    private final Map<MunicipalityNumber, List<RegisteredOrganisationNumber>> organisationNumbers;

    MunicipalitiesFile(Map<MunicipalityNumber, List<RegisteredOrganisationNumber>> organisationNumbers) {
        this.organisationNumbers = organisationNumbers;
    }

    List<Municipality> parse(ReferenceLines lines) {
        return lines.each(this::municipality);
    }

    private Municipality municipality(String line) {
        var steps = line.split(" \\| ", -1);
        var foundedEarlier = steps[0].startsWith(FOUNDED_EARLIER);
        steps[0] = foundedEarlier ? steps[0].substring(FOUNDED_EARLIER.length()) : steps[0];
        var versions = new ArrayList<MunicipalityVersion>();
        var name = "";
        for (var i = 0; i < steps.length; i++) {
            var words = steps[i].split(" ", 3);
            if (words[1].equals(CEASED)) {
                break;
            }
            name = words.length == 3 ? words[2] : name;
            var from = i == 0 && foundedEarlier ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(words[0]));
            var to = i + 1 < steps.length
                    ? Optional.of(LocalDate.parse(steps[i + 1].split(" ", 2)[0]))
                    : Optional.<LocalDate>empty();
            versions.add(new MunicipalityVersion(new MunicipalityNumber(words[1]), name, new Period(from, to)));
        }
        var first = versions.getFirst();
        var foundedOn = first.period().from();
        return new Municipality(
                DeriveIdentity.of(first.number(), foundedOn),
                foundedOn,
                versions,
                organisationNumbers.getOrDefault(first.number(), List.of()));
    }
}
