package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.municipality.indicators.ConvertObservations;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.ListCodeChanges;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds our reference data against the larger collection beside the project, where that is present. */
class SharedReferenceDataTest {
    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    private static final ReferenceEdition EDITION = ReadReferenceEdition.read();
    private static final Register REGISTER = EDITION.register();

    @BeforeAll
    static void findTheSharedData() {
        assumeTrue(
                Files.isRegularFile(SHARED.resolve("kommuner_per_aar.csv")),
                "There is no ../shared/data beside the project: the comparison with it is left out");
    }

    @Test
    void listsTheSameMunicipalitiesOnEachFirstOfJanuary() {
        var expected = new HashMap<String, Set<String>>();
        rows("kommuner_per_aar.csv")
                .forEach(row -> expected.computeIfAbsent(row.get("aar"), year -> new TreeSet<>())
                        .add(row.get("kommunenummer") + " " + withoutCounty(row.get("kommunenavn"))));

        assertThat(expected).hasSize(15);
        expected.forEach((year, municipalities) -> assertThat(
                        REGISTER.validOn(LocalDate.of(Integer.parseInt(year), 1, 1)).stream()
                                .map(listed -> listed.number() + " " + listed.name()))
                .as(year)
                .containsExactlyElementsOf(municipalities));
    }

    @Test
    void countsEveryoneOfEachYear() {
        for (var row : rows("befolkning.csv")) {
            var year = Integer.parseInt(row.get("aar"));
            assertThat(value("population", year, row.get("kommunenummer")))
                    .as("%s", row)
                    .isEqualTo(known(row.get("folkemengde")));
            assertThat(value("population-0-17", year, row.get("kommunenummer")))
                    .isEqualTo(known(row.get("alder_0_17")));
            assertThat(value("population-18-66", year, row.get("kommunenummer")))
                    .isEqualTo(known(row.get("alder_18_66")));
            assertThat(value("population-67-plus", year, row.get("kommunenummer")))
                    .isEqualTo(known(row.get("alder_67_pluss")));
        }
    }

    @Test
    void addsUpToTheSameNationalPopulationInAllFifteenYears() {
        var sums = new HashMap<Integer, Long>();
        rows("befolkning.csv")
                .forEach(row -> known(row.get("folkemengde"))
                        .ifPresent(people ->
                                sums.merge(Integer.valueOf(row.get("aar")), Long.valueOf(people), Long::sum)));
        rows("befolkning_sammenslatt_vestfold_2012_2016.csv").stream()
                .filter(row -> Integer.parseInt(row.get("aar")) < 2016)
                .forEach(row ->
                        sums.merge(Integer.valueOf(row.get("aar")), Long.valueOf(row.get("folkemengde")), Long::sum));

        assertThat(sums).hasSize(15);
        sums.forEach((year, people) -> assertThat(EDITION.observations().stream()
                        .filter(set -> set.key().equals(key("population", year)))
                        .findFirst()
                        .orElseThrow()
                        .total())
                .as("%s", year)
                .isEqualByComparingTo(BigDecimal.valueOf(people)));
    }

    @Test
    void knowsTheSameOrganisationNumbersAndAllPassModulus11() {
        var readOn = Map.of(
                "2014", LocalDate.of(2014, 10, 8), "2023", LocalDate.of(2023, 11, 1), "2024", LocalDate.of(2024, 6, 1));
        for (var row : rows("organisasjonsnummer.csv")) {
            var date = readOn.get(row.get("kommunestruktur_aar"));
            var holder = REGISTER.validOn(date).stream()
                    .filter(listed -> listed.number().value().equals(row.get("kommunenummer")))
                    .findFirst()
                    .orElseThrow()
                    .municipality();
            var written = known(row.get("organisasjonsnummer"));
            if (written.isEmpty()) {
                assertThat(holder.organisationNumbers()).as("%s", row).isEmpty();
            } else {
                assertThat(holder.organisationNumbers()).as("%s", row).anySatisfy(registered -> {
                    assertThat(Optional.of(registered.number())).isEqualTo(OrganisationNumber.parse(written.get()));
                    assertThat(registered.period().includes(date)).isTrue();
                });
            }
        }
    }

    @Test
    void recordsTheSameChanges() {
        var expected = rows("kommune_endringer.csv").stream()
                .filter(row -> row.get("dato").compareTo("2012-01-01") > 0)
                .filter(row -> !row.get("type").equals("navneendring")
                        || !withoutCounty(row.get("gammelt_navn")).equals(withoutCounty(row.get("nytt_navn"))))
                .map(row -> row.get("dato") + " " + row.get("gammel_kode") + " " + row.get("ny_kode"))
                .collect(toSet());

        assertThat(steps()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hasARowForEachPairOfCodesAsKlassHas() {
        var expected = rows("kommune_endringer.csv").stream()
                .filter(row -> row.get("dato").compareTo("2012-01-01") > 0)
                .filter(row -> !row.get("type").equals("navneendring")
                        || !withoutCounty(row.get("gammelt_navn")).equals(withoutCounty(row.get("nytt_navn"))))
                .map(row -> row.get("dato") + " " + row.get("gammel_kode") + " " + row.get("ny_kode"))
                .toList();

        assertThat(ListCodeChanges.ofMunicipalities(REGISTER, LocalDate.of(2012, 1, 2), LocalDate.of(2027, 1, 1)))
                .extracting(row -> row.on() + " " + row.oldCode() + " " + row.newCode())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void tellsWhichMunicipalitiesWentFromWhichCountyToWhich() {
        var expected = rows("fylke_endringer.csv").stream()
                .map(row -> row.get("dato") + " " + row.get("gammelt_fylkesnummer") + " " + row.get("nytt_fylkesnummer")
                        + " " + row.get("antall_kommuner_flyttet"))
                .toList();

        assertThat(REGISTER.counties())
                .flatExtracting(county -> ListCodeChanges.successors(REGISTER, county).stream()
                        .map(step -> step.on() + " " + county.number() + " "
                                + step.county().number() + " "
                                + step.municipalities().size())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(REGISTER.counties())
                .flatExtracting(county -> ListCodeChanges.predecessors(REGISTER, county).stream()
                        .map(step -> step.on() + " " + step.county().number() + " " + county.number() + " "
                                + step.municipalities().size())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The 9 383 people of Haram in 2019 are all Haram's today, and so in every year before the merger. */
    @Test
    void countsTheHaramOfTodayByTheHaramThatWas() {
        for (var row : rows("befolkning.csv")) {
            var year = Integer.parseInt(row.get("aar"));
            if (row.get("kommunenummer").equals("1534")) {
                assertThat(converted(year, "1580")).as("%s", row).isEqualTo(row.get("folkemengde"));
            }
        }
        assertThat(converted(2019, "1580")).isEqualTo("9383");
        var alesund = rows("befolkning.csv").stream()
                .filter(row -> row.get("aar").equals("2019")
                        && Set.of("1504", "1523", "1529", "1546").contains(row.get("kommunenummer")))
                .mapToLong(row -> Long.parseLong(row.get("folkemengde")))
                .sum();
        assertThat(converted(2019, "1508")).isEqualTo(Long.toString(alesund));
    }

    private static String converted(int year, String number) {
        var populations = new FilePopulations(
                REGISTER, new Populations(PopulationFile.parse(ReferenceLines.read("population.txt"))));
        return new ConvertObservations(REGISTER, populations)
                        .to(
                                LocalDate.of(2026, 1, 1),
                                EDITION.observations().stream()
                                        .filter(set -> set.key().equals(key("population", year)))
                                        .findFirst()
                                        .orElseThrow())
                        .observations()
                        .stream()
                        .filter(observation -> observation.number().value().equals(number))
                        .filter(observation -> observation.status() == ObservationStatus.FINAL)
                        .findFirst()
                        .flatMap(Observation::value)
                        .orElse("not final");
    }

    @Test
    void placesMunicipalitiesInTheSameGroups() {
        var editionOf = Map.of("2008", 2012, "2013", 2013, "2020", 2020);
        for (var row : rows("kostragrupper.csv")) {
            var structure = Integer.parseInt(row.get("kommunestruktur_aar"));
            if (row.get("gruppering").equals("2008")) {
                continue;
            }
            assertThat(editionOf).containsKey(row.get("gruppering"));
            assertThat(inStructure("kostra-group", structure, row.get("kommunenummer")))
                    .as("%s", row)
                    .hasValue(row.get("kostragruppe"));
        }
        var regions = Map.of(
                "Helse Sør-Øst RHF",
                "south-east",
                "Helse Vest RHF",
                "west",
                "Helse Midt-Norge RHF",
                "mid",
                "Helse Nord RHF",
                "north");
        for (var row : rows("helseregion.csv")) {
            assertThat(inStructure(
                            "health-region",
                            Integer.parseInt(row.get("kommunestruktur_aar")),
                            row.get("kommunenummer")))
                    .as("%s", row)
                    .hasValue(regions.get(row.get("rhf")));
        }
    }

    private static Set<String> steps() {
        var steps = new HashSet<String>();
        for (var municipality : REGISTER.municipalities()) {
            var versions = municipality.versions();
            for (var i = 1; i < versions.size(); i++) {
                steps.add(versions.get(i).period().from().orElseThrow() + " "
                        + versions.get(i - 1).number() + " " + versions.get(i).number());
            }
        }
        for (var change : REGISTER.lineage().changes()) {
            switch (change) {
                case StructureChange.Merger merger ->
                    merger.before()
                            .forEach(party -> steps.add(merger.on() + " " + party.number() + " "
                                    + merger.after().number()));
                case StructureChange.Split split ->
                    split.parts()
                            .forEach(part ->
                                    steps.add(split.on() + " " + split.before().number() + " "
                                            + part.successor().number()));
            }
        }
        return steps;
    }

    private static final Map<ObservationKey, Map<String, Observation>> BY_KEY = EDITION.observations().stream()
            .collect(toMap(
                    set -> set.key(),
                    set -> set.observations().stream()
                            .collect(toMap(observation -> observation.number().value(), observation -> observation))));

    private static ObservationKey key(String code, int year) {
        return new ObservationKey(code, Year.of(year), LocalDate.of(year, 1, 1));
    }

    private static Optional<String> value(String code, int year, String number) {
        return BY_KEY.get(key(code, year)).get(number).value();
    }

    private static Optional<String> inStructure(String code, int structureYear, String number) {
        return EDITION.observations().stream()
                .filter(set -> set.key().indicator().equals(code)
                        && set.key().structureDate().getYear() == structureYear)
                .max(Comparator.comparing(set -> set.key().year()))
                .flatMap(set -> BY_KEY.get(set.key()).get(number).value());
    }

    private static Optional<String> known(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** The name without the county that Statistics Norway adds to tell namesakes apart. */
    private static String withoutCounty(String name) {
        return name.replaceAll(" \\([^)]*\\)$", "");
    }

    /** The rows of a file by column; no cell of the files read here contains a comma or a quotation mark. */
    private static List<Map<String, String>> rows(String file) {
        try {
            var lines = Files.readAllLines(SHARED.resolve(file));
            var columns = lines.getFirst().split(",", -1);
            var rows = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(",", -1);
                var row = new HashMap<String, String>();
                for (var i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
