package no.opptrapping.municipality.sync.http;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.PopulationTable;
import no.opptrapping.municipality.sync.PopulationTable.Population;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads the population by single years of age, and adds it up to the indicators' age groups. Pure. */
final class PopulationAnswers {
    static final String REGION = "Region";
    static final String AGE = "Alder";
    static final String CONTENTS = "ContentsCode";
    static final String YEAR = "Tid";
    static final String PERSONS = "Personer1";

    /** Ages from 0 to 104, and 105 and over. */
    static final int AGES = 106;

    /** The indicators, each with its first and last age. */
    private static final Map<String, List<Integer>> INDICATORS = new LinkedHashMap<>(Map.of(
            PopulationTable.TOTAL,
            List.of(0, 105),
            "population-0-17",
            List.of(0, 17),
            "population-18-66",
            List.of(18, 66),
            "population-67-plus",
            List.of(67, 105)));

    private static final Pattern AGE_CODE = Pattern.compile("[01][0-9]{2}\\+?");
    private static final Pattern YEAR_CODE = Pattern.compile("(19|20|21)[0-9]{2}");
    private static final int MOST_CELLS = 800_000;
    private static final long MOST_PEOPLE_OF_AN_AGE = 100_000;

    private PopulationAnswers() {}

    /**
     * The population of the municipalities that were asked about.
     *
     * @throws SourceFault if the answer is about anybody else, leaves out an age, or has more than one year
     */
    static Population read(UntrustedNode answer, Set<MunicipalityNumber> asked) throws SourceFault {
        var table = JsonStat.read(answer, MOST_CELLS, MOST_PEOPLE_OF_AN_AGE);
        var years = table.codes(YEAR);
        if (!Set.copyOf(table.dimensions()).equals(Set.of(REGION, AGE, CONTENTS, YEAR))
                || !table.codes(CONTENTS).equals(List.of(PERSONS))
                || years.size() != 1
                || !YEAR_CODE.matcher(years.getFirst()).matches()) {
            throw answer.field("dimension").fault();
        }
        var ages = ages(table, answer);
        var values = new TreeMap<String, Map<MunicipalityNumber, String>>();
        for (var region : table.codes(REGION)) {
            var number = answer.field("dimension").required(MunicipalityNumber.parse(region));
            if (!asked.contains(number)) {
                throw answer.field("dimension").field(REGION).fault();
            }
            for (var indicator : INDICATORS.entrySet()) {
                var of = ages.subList(
                        indicator.getValue().getFirst(), indicator.getValue().getLast() + 1);
                var people = new ArrayList<Long>();
                of.forEach(age -> table.at(Map.of(REGION, region, AGE, age)).ifPresent(people::add));
                if (people.size() == of.size()) {
                    var sum = people.stream().mapToLong(Long::longValue).sum();
                    values.computeIfAbsent(indicator.getKey(), _ -> new TreeMap<>())
                            .put(number, Long.toString(sum));
                } else if (!people.isEmpty()) {
                    throw answer.field("value").fault();
                }
            }
        }
        if (!new HashSet<>(table.codes(REGION).stream()
                        .map(MunicipalityNumber::new)
                        .toList())
                .equals(asked)) {
            throw answer.field("dimension").field(REGION).fault();
        }
        return new Population(Year.parse(years.getFirst()), values);
    }

    /** The codes of the ages in their order, all of them. */
    private static List<String> ages(JsonStat table, UntrustedNode answer) throws SourceFault {
        var byAge = new TreeMap<Integer, String>();
        for (var code : table.codes(AGE)) {
            if (!AGE_CODE.matcher(code).matches() || byAge.put(Integer.valueOf(code.substring(0, 3)), code) != null) {
                throw answer.field("dimension").field(AGE).fault();
            }
        }
        if (byAge.size() != AGES || byAge.lastKey() != AGES - 1) {
            throw answer.field("dimension").field(AGE).fault();
        }
        return List.copyOf(byAge.values());
    }
}
