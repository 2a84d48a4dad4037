package no.opptrapping.municipality.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.opptrapping.municipality.offices.CountyGovernorOffice;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/** Reads {@code county-governor-offices.txt}: a line for each version of an office, the oldest first. */
final class CountyGovernorOfficesFile {
    private CountyGovernorOfficesFile() {}

    static List<CountyGovernorOffice> parse(ReferenceLines lines) {
        var offices = new LinkedHashMap<String, List<Line>>();
        lines.each(CountyGovernorOfficesFile::line)
                .forEach(line -> offices.computeIfAbsent(line.key(), _ -> new ArrayList<>())
                        .add(line));
        return offices.values().stream().map(CountyGovernorOfficesFile::office).toList();
    }

    private record Line(
            String key,
            @Nullable OrganisationNumber organisation,
            CountyGovernorOffice.Version version,
            @Nullable String successor) {}

    private static Line line(String line) {
        var words = line.split(" ", 7);
        return new Line(
                words[0],
                words[1].equals("?") ? null : new OrganisationNumber(words[1]),
                new CountyGovernorOffice.Version(
                        words[6], List.of(words[4].split(",")), date(words[2]), date(words[3])),
                words[5].equals("-") ? null : words[5]);
    }

    private static CountyGovernorOffice office(List<Line> lines) {
        var last = lines.getLast();
        var successor = last.successor();
        return new CountyGovernorOffice(
                CountyGovernorOffice.id(last.key()),
                last.organisation(),
                lines.stream().map(Line::version).toList(),
                last.version().to(),
                successor == null ? null : CountyGovernorOffice.id(successor));
    }

    private static @Nullable LocalDate date(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }
}
