package no.opptrapping.municipality.sync.http;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.CodeChange;
import no.opptrapping.municipality.sync.CodeChange.Named;
import no.opptrapping.municipality.sync.CountyCode;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads what Klass answers; pure. */
final class KlassAnswers {
    /** "Uoppgitt": no municipality, though a member of the classification. */
    private static final String NOT_STATED = "9999";

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_VERSIONS = 200;
    private static final String COUNTY_NOT_STATED = "99";
    private static final Pattern COUNTY = Pattern.compile("[0-9]{2}");
    private static final Pattern KOSTRA_GROUP = Pattern.compile("EKG[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}");
    private static final Pattern COUNTY_OF_NAMESAKE = Pattern.compile(" \\([^)]*\\)$");

    private KlassAnswers() {}

    /** The rows between the days, {@code to} not included, without those that tell of no municipality. */
    static List<CodeChange> changes(UntrustedNode answer, LocalDate from, LocalDate to) throws SourceFault {
        var changes = new ArrayList<CodeChange>();
        for (var row : answer.field("codeChanges").list(MOST_ROWS)) {
            var on = row.field("changeOccurred").date();
            if (on.isBefore(from) || !on.isBefore(to)) {
                throw row.field("changeOccurred").fault();
            }
            var before = named(row, "oldCode", "oldName");
            var after = named(row, "newCode", "newName");
            if (!row.field("oldCode").isPresent() && !row.field("newCode").isPresent()) {
                throw row.fault();
            }
            if (before.isPresent() || after.isPresent()) {
                changes.add(new CodeChange(before, after, on));
            }
        }
        if (new HashSet<>(changes).size() != changes.size()) {
            throw answer.field("codeChanges").fault();
        }
        return changes;
    }

    /** The numbers of a list of codes. */
    static Set<MunicipalityNumber> numbers(UntrustedNode answer) throws SourceFault {
        var numbers = new TreeSet<MunicipalityNumber>();
        for (var item : answer.field("codes").list(MOST_ROWS)) {
            var code = item.field("code").text(NUMBER);
            item.field("name").name();
            if (!code.equals(NOT_STATED) && !numbers.add(new MunicipalityNumber(code))) {
                throw item.field("code").fault();
            }
        }
        if (numbers.isEmpty()) {
            throw answer.field("codes").fault();
        }
        return numbers;
    }

    /** The counties of a range of days. */
    static List<CountyCode> counties(UntrustedNode answer, LocalDate from, LocalDate to) throws SourceFault {
        var counties = new ArrayList<CountyCode>();
        for (var item : answer.field("codes").list(MOST_ROWS)) {
            var code = item.field("code").text(COUNTY);
            var first = item.field("validFromInRequestedRange").date();
            var end = item.field("validToInRequestedRange").isPresent()
                    ? item.field("validToInRequestedRange").date()
                    : to;
            if (first.isBefore(from) || !first.isBefore(end) || end.isAfter(to)) {
                throw item.field("validFromInRequestedRange").fault();
            }
            if (!code.equals(COUNTY_NOT_STATED)) {
                counties.add(new CountyCode(code, item.field("name").name(), first, end));
            }
        }
        if (counties.isEmpty() || counties.stream().anyMatch(county -> overlapsAnother(county, counties))) {
            throw answer.field("codes").fault();
        }
        return counties;
    }

    private static boolean overlapsAnother(CountyCode county, List<CountyCode> all) {
        return all.stream()
                        .filter(other -> other.number().equals(county.number()))
                        .filter(other -> other.from().isBefore(county.to())
                                && county.from().isBefore(other.to()))
                        .count()
                > 1;
    }

    /** The year of the version that is in force on the day: the last to have begun. */
    static Year editionOn(LocalDate date, UntrustedNode answer) throws SourceFault {
        var editions = new TreeSet<LocalDate>();
        for (var version : answer.field("versions").list(MOST_VERSIONS)) {
            if (!editions.add(version.field("validFrom").date())) {
                throw version.field("validFrom").fault();
            }
        }
        return Year.from(answer.field("versions").required(Optional.ofNullable(editions.floor(date))));
    }

    /** The KOSTRA group of each municipality. */
    static Map<MunicipalityNumber, String> groups(UntrustedNode answer) throws SourceFault {
        var groups = new TreeMap<MunicipalityNumber, String>();
        for (var item : answer.field("correspondenceItems").list(MOST_ROWS)) {
            var source = item.field("sourceCode").text(NUMBER);
            var group =
                    Integer.valueOf(item.field("targetCode").text(KOSTRA_GROUP).substring("EKG".length()));
            if (!source.equals(NOT_STATED)
                    && groups.putIfAbsent(new MunicipalityNumber(source), group.toString()) != null) {
                throw item.field("sourceCode").fault();
            }
        }
        if (groups.isEmpty()) {
            throw answer.field("correspondenceItems").fault();
        }
        return groups;
    }

    private static Optional<Named> named(UntrustedNode row, String code, String name) throws SourceFault {
        if (!row.field(code).isPresent()) {
            return Optional.empty();
        }
        var number = row.field(code).text(NUMBER);
        return number.equals(NOT_STATED)
                ? Optional.empty()
                : Optional.of(new Named(
                        new MunicipalityNumber(number),
                        withoutCounty(row.field(name).name())));
    }

    /** The name without the county that Statistics Norway adds to tell namesakes apart: "Våler (Østfold)". */
    static String withoutCounty(String name) {
        return COUNTY_OF_NAMESAKE.matcher(name).replaceAll("");
    }
}
