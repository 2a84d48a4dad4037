package no.opptrapping.municipality.conversion;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Given;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Named;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Outcome;
import no.opptrapping.municipality.conversion.ConvertedFigures.Flag;
import no.opptrapping.municipality.conversion.ConvertedFigures.Item;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Conversions over the real changes, 2012 to 2026. */
class StructureConversionTest {
    private static final ReferenceEdition EDITION = ReadReferenceEdition.read();
    private static final Register REGISTER = EDITION.register();
    private static final StructureConversion CONVERSION = new StructureConversion(REGISTER, new EditionPopulations());

    @Test
    void dividesStokkeByThePeopleWhoMoved() {
        var converted = done(day(2016), day(2017), figure("0720", 10_000));

        assertThat(parts(converted))
                .containsExactly(
                        "0704: 2050 INCOMPLETE, 0720 2050 by 0.2049891540 ESTIMATED 2017",
                        "0710: 7950 INCOMPLETE, 0720 7950 by 0.7950108460 ESTIMATED 2017");
        assertThat(converted.items().getFirst().without())
                .extracting(listed -> listed.number().value())
                .containsExactly("0704");
    }

    @Test
    void dividesSnillfjordAndTysfjordByThePeopleWhoMoved() {
        assertThat(parts(done(day(2019), day(2020), figure("5012", 1000))))
                .containsExactly(
                        "5055: 153 INCOMPLETE, 5012 153 by 0.1533333333 ESTIMATED 2020",
                        "5056: 339 INCOMPLETE, 5012 339 by 0.3390476190 ESTIMATED 2020",
                        "5059: 508 INCOMPLETE, 5012 508 by 0.5076190477 ESTIMATED 2020");
        assertThat(parts(done(day(2019), day(2020), figure("1850", 1000))))
                .containsExactly(
                        "1806: 422 INCOMPLETE, 1850 422 by 0.4223356009 ESTIMATED 2020",
                        "1875: 578 INCOMPLETE, 1850 578 by 0.5776643991 ESTIMATED 2020");
    }

    @Test
    void dividesAlesundsOwnFiguresByThePeopleWhoMovedAndLetsThoseOfItsPartsFollowTheLand() {
        assertThat(parts(done(day(2023), day(2024), figure("1507", 1000))))
                .containsExactly(
                        "1508: 862 ESTIMATED, 1507 862 by 0.8621253647 ESTIMATED 2024",
                        "1580: 138 ESTIMATED, 1507 138 by 0.1378746353 ESTIMATED 2024");
        assertThat(parts(done(day(2014), day(2024), figure("1534", 1000))))
                .containsExactly("1580: 1000 SUMMED, 1534 1000 by 1.0000000000 TERRITORY none");
        assertThat(parts(done(
                        day(2019),
                        day(2026),
                        figure("1504", 1),
                        figure("1523", 20),
                        figure("1529", 300),
                        figure("1546", 4000))))
                .containsExactly("1508: 4321 SUMMED, 1504 1 by 1.0000000000 TERRITORY none,"
                        + " 1523 20 by 1.0000000000 TERRITORY none, 1529 300 by 1.0000000000 TERRITORY none,"
                        + " 1546 4000 by 1.0000000000 TERRITORY none");
    }

    @Test
    void addsWhatWasMergedAndKeepsWhatOnlyChangedItsNumber() {
        assertThat(parts(done(day(2019), day(2020), figure("5001", 10), figure("5030", 5), figure("0101", 7))))
                .containsExactly(
                        "3001: 7 UNCHANGED, 0101 7 by 1.0000000000 WHOLE none",
                        "5001: 15 SUMMED, 5001 10 by 1.0000000000 WHOLE none, 5030 5 by 1.0000000000 WHOLE none");
    }

    @Test
    void dividesByThePopulationsOnTheWayBackAndCallsItAnEstimateUnlessASumSuffices() {
        assertThat(parts(done(day(2020), day(2019), figure("5001", 1000), figure("0301", 7))))
                .containsExactly(
                        "0301: 7 UNCHANGED, 0301 7 by 1.0000000000 WHOLE none",
                        "5001: 970 ESTIMATED, 5001 970 by 0.9699557446 POPULATION 2019",
                        "5030: 30 ESTIMATED, 5001 30 by 0.0300442554 POPULATION 2019");
        assertThat(parts(done(day(2024), day(2023), figure("1508", 862), figure("1580", 138))))
                .containsExactly("1507: 1000 SUMMED, 1508 862 by 1.0000000000 WHOLE none,"
                        + " 1580 138 by 1.0000000000 WHOLE none");
        assertThat(parts(done(day(2024), day(2019), figure("1580", 138))))
                .containsExactly("1534: 138 SUMMED, 1580 138 by 1.0000000000 WHOLE none");
        assertThat(parts(done(day(2020), day(2018), figure("3005", 5))))
                .as("0602, 0625 and 0711 had become one")
                .allMatch(line -> line.contains("ESTIMATED"));
    }

    @Test
    void dividesTheJointFigureOfVestfoldByTheTotalsOf2016() {
        var converted =
                done(new Command(day(2014), day(2014), List.of(), List.of(joint(62_204, "0706", "0719", "0720"))));

        assertThat(converted.joint()).singleElement().satisfies(division -> {
            assertThat(division.year()).isEqualTo(Year.of(2016));
            assertThat(division.parts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(62_204);
        });
        assertThat(converted.items()).hasSize(3).allMatch(item -> item.flag() == Flag.ESTIMATED);
        assertThat(converted.total()).isEqualTo(62_204);
    }

    @Test
    void knowsThatAJointFigureIsExactWhenItsMunicipalitiesBecomeOne() {
        var converted = done(new Command(day(2016), day(2017), List.of(), List.of(joint(50_001, "0706", "0719"))));

        assertThat(converted.items()).singleElement().satisfies(item -> {
            assertThat(item.municipality().number().value()).isEqualTo("0710");
            assertThat(item.value()).isEqualTo(50_001);
            assertThat(item.parts()).noneMatch(named -> named.part().estimated());
        });
    }

    @Test
    void neverLosesOrMakesAUnitBetweenAnyTwoDates() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var from = day(2012 + random.nextInt(15));
            var to = day(2012 + random.nextInt(15));
            var given = new ArrayList<Given>();
            for (var listed : REGISTER.validOn(from)) {
                if (random.nextInt(10) > 0) {
                    given.add(figure(listed.number().value(), random.nextLong(1_000_000)));
                }
            }
            var converted = done(new Command(from, to, given, List.of()));

            assertThat(converted.items().stream().mapToLong(Item::value).sum())
                    .as("seed %s: %s to %s", seed, from, to)
                    .isEqualTo(given.stream().mapToLong(Given::value).sum())
                    .isEqualTo(converted.total());
            assertThat(converted.items())
                    .as("seed %s: %s to %s", seed, from, to)
                    .allSatisfy(item -> assertThat(item.value())
                            .isEqualTo(item.parts().stream()
                                    .mapToLong(named -> named.part().value().orElseThrow())
                                    .sum()));
        }
    }

    @Test
    void namesEveryFaultAndWhoCameInstead() {
        var broken = rejected(new Command(
                day(2024),
                day(2020),
                List.of(figure("1507", 1), figure("9999", 1), figure("0301", 1), figure("0301", 2)),
                List.of(joint(5, "0301", "1103"), joint(5, "1106"))));

        assertThat(broken.stream().map(rule -> rule.code() + " " + rule.pointer()))
                .containsExactlyInAnyOrder(
                        "municipality.ceased /figures/1507/number",
                        "municipality.unknown /figures/9999/number",
                        "conversion.duplicate-number /figures/0301/number",
                        "conversion.duplicate-number /joint/5/numbers/0301",
                        "conversion.joint-of-one /joint/5/numbers");
        assertThat(broken)
                .filteredOn(rule -> rule.code().equals("municipality.ceased"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.arguments())
                        .containsEntry("successors", List.of("1508", "1580"))
                        .containsEntry("successorNames", List.of("1508 Ålesund", "1580 Haram")));
        assertThat(rejected(new Command(day(2000), day(2020), List.of(), List.of())).stream()
                        .map(BrokenRule::code))
                .containsExactly("conversion.before-the-register", "conversion.nothing-to-convert");
    }

    private static List<String> parts(ConvertedFigures converted) {
        return converted.items().stream()
                .map(item -> item.municipality().number() + ": " + item.value() + " " + item.flag()
                        + item.parts().stream()
                                .map(named -> ", " + named.from().number() + " "
                                        + named.part().value().orElseThrow() + " by "
                                        + named.part().share().setScale(10) + " "
                                        + named.part().method() + " "
                                        + named.part()
                                                .year()
                                                .map(Year::toString)
                                                .orElse("none"))
                                .reduce("", String::concat))
                .toList();
    }

    private static ConvertedFigures done(LocalDate from, LocalDate to, Given... figures) {
        return done(new Command(from, to, List.of(figures), List.of()));
    }

    private static ConvertedFigures done(Command command) {
        return switch (CONVERSION.convert(command)) {
            case Outcome.Done(var figures) -> figures;
            case Outcome.Rejected(var broken) -> throw new AssertionError(broken);
        };
    }

    private static List<BrokenRule> rejected(Command command) {
        return switch (CONVERSION.convert(command)) {
            case Outcome.Done(var figures) -> throw new AssertionError(figures);
            case Outcome.Rejected(var broken) -> broken;
        };
    }

    private static Given figure(String number, long value) {
        var pointer = "/figures/" + number;
        return new Given(List.of(new Named(new MunicipalityNumber(number), pointer + "/number")), value, pointer);
    }

    private static Given joint(long value, String... numbers) {
        var pointer = "/joint/" + value;
        return new Given(
                List.of(numbers).stream()
                        .map(number -> new Named(new MunicipalityNumber(number), pointer + "/numbers/" + number))
                        .toList(),
                value,
                pointer);
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static final class EditionPopulations implements PopulationFigures {
        @Override
        public SortedSet<Year> years() {
            return EDITION.observations().stream()
                    .filter(set -> set.key().indicator().equals("population"))
                    .map(set -> set.key().year())
                    .collect(toCollection(TreeSet::new));
        }

        @Override
        public Map<MunicipalityId, Long> on(Year year) {
            return EDITION.observations().stream()
                    .filter(set -> set.key().indicator().equals("population")
                            && set.key().year().equals(year)
                            && set.key().structureDate().equals(year.atDay(1)))
                    .flatMap(set -> set.observations().stream())
                    .filter(observation -> observation.value().isPresent())
                    .collect(toMap(
                            Observation::municipality,
                            observation -> Long.valueOf(observation.value().orElseThrow())));
        }
    }
}
