package no.opptrapping.municipality.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Register REGISTER = ReadReferenceEdition.read().register();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final long SEED = 20_140_101L;

    @Test
    void findsTheMunicipalityThatANumberStandsForOnTheDate() {
        assertThat(find("5001", TODAY))
                .isInstanceOfSatisfying(
                        NumberLookup.Valid.class,
                        valid -> assertThat(valid.listed().name()).isEqualTo("Trondheim - Tråante"));
        assertThat(find("1103", LocalDate.of(2014, 1, 1))).isInstanceOf(NumberLookup.Valid.class);
    }

    @Test
    void namesTheSuccessorOfANumberThatCeasedThroughTheWholeChain() {
        assertThat(successors("1702")).containsExactly("5006 Steinkjer - Stïentje");
        assertThat(successors("1601")).containsExactly("5001 Trondheim - Tråante");
        assertThat(successors("5030")).containsExactly("5001 Trondheim - Tråante");
        assertThat(successors("0706")).containsExactly("3907 Sandefjord");
        assertThat(successors("0720")).containsExactly("3905 Tønsberg", "3907 Sandefjord");
        assertThat(successors("1534"))
                .as("Haram went into Ålesund and came out of it again")
                .containsExactly("1580 Haram");
        assertThat(successors("1546")).containsExactly("1508 Ålesund");
        assertThat(successors("1507")).containsExactly("1508 Ålesund", "1580 Haram");
    }

    @Test
    void namesThePredecessorsOfANumberThatIsNotInUseYet() {
        assertThat(find("5006", LocalDate.of(2014, 1, 1))).isInstanceOfSatisfying(NumberLookup.NotYet.class, notYet -> {
            assertThat(notYet.from()).isEqualTo(LocalDate.of(2020, 1, 1));
            assertThat(names(notYet.predecessors())).containsExactly("1702 Steinkjer", "1724 Verran");
        });
    }

    @Test
    void doesNotKnowANumberThatNeverWas() {
        assertThat(find("9999", TODAY)).isInstanceOf(NumberLookup.Unknown.class);
        assertThat(REGISTER.holderAt(new MunicipalityNumber("9999"), TODAY)).isEmpty();
    }

    @Test
    void recognisesAMunicipalityByItsOrganisationNumberOnTheDate() {
        var trondheim = new OrganisationNumber("942110464");
        assertThat(REGISTER.find(trondheim, LocalDate.of(2014, 1, 1)).map(Listed::number))
                .hasValue(new MunicipalityNumber("1601"));
        assertThat(REGISTER.find(trondheim, TODAY).map(Listed::number)).hasValue(new MunicipalityNumber("5001"));
        assertThat(REGISTER.find(new OrganisationNumber("939508295"), TODAY))
                .as("a conflicting number recognises nobody")
                .isEmpty();
        assertThat(REGISTER.find(new OrganisationNumber("920415288"), TODAY))
                .as("Ålesund before the split")
                .isEmpty();
    }

    @Test
    void listsWhoIsValidOnAnyDayInWhateverOrderTheDaysAreAskedFor() {
        var firstOfTheYears = IntStream.rangeClosed(2011, 2027).mapToObj(year -> LocalDate.of(year, 1, 1));
        var days = new ArrayList<>(firstOfTheYears
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1), day.plusDays(200)))
                .toList());
        Collections.shuffle(days, new Random(SEED));
        assertThat(days)
                .allSatisfy(day -> assertThat(REGISTER.validOn(day))
                        .as("%s, seed %d", day, SEED)
                        .isEqualTo(REGISTER.municipalities().stream()
                                .flatMap(municipality -> municipality.versionOn(day).stream()
                                        .map(version -> new Listed(municipality, version)))
                                .sorted(Comparator.comparing(Listed::number))
                                .toList()));
    }

    @Test
    void listsTheCountiesOfTheDate() {
        assertThat(REGISTER.countiesOn(LocalDate.of(2012, 1, 1))).hasSize(19);
        assertThat(REGISTER.countiesOn(LocalDate.of(2020, 1, 1))).hasSize(11);
        assertThat(REGISTER.countiesOn(TODAY)).hasSize(15);
    }

    @Test
    void listsChangesFromTheOneDayUpToTheOther() {
        var changes = ListChanges.of(REGISTER, LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1));

        assertThat(changes)
                .filteredOn(change -> change.kind() == RegisterChange.Kind.SPLIT)
                .hasSize(1);
        assertThat(changes)
                .filteredOn(change -> change.kind() == RegisterChange.Kind.RENUMBERING)
                .hasSize(113);
        assertThat(changes)
                .filteredOn(change -> change.kind() == RegisterChange.Kind.RENAMING)
                .hasSize(3);
        assertThat(ListChanges.of(REGISTER, LocalDate.of(2021, 1, 2), LocalDate.of(2022, 1, 1)))
                .isEmpty();
    }

    @Test
    void listsChangedCodesRowByRowAsKlassDoes() {
        var reform = codeChanges("2020-01-01", "2020-01-02");
        assertThat(reform)
                .contains("5030 Klæbu > 5001 Trondheim", "1850 Tysfjord - Divtasvuodna > 1806 Narvik")
                .contains(
                        "5012 Snillfjord > 5055 Heim", "5012 Snillfjord > 5056 Hitra", "5012 Snillfjord > 5059 Orkland")
                .contains("5001 Trondheim > 5001 Trondheim", "1103 Stavanger > 1103 Stavanger")
                .doesNotHaveDuplicates();
        assertThat(codeChanges("2017-01-01", "2017-01-02")).contains("0704 Tønsberg > 0704 Tønsberg");
        assertThat(codeChanges("2019-01-01", "2019-01-02"))
                .contains("1567 Rindal > 5061 Rindal", "1942 Nordreisa > 1942 Nordreisa - Ráisa - Raisi");
        assertThat(codeChanges("2024-01-01", "2024-01-02"))
                .contains("1507 Ålesund > 1508 Ålesund", "1507 Ålesund > 1580 Haram");
        assertThat(codeChanges("2020-01-02", "2021-01-01")).isEmpty();
    }

    @Test
    void listsTheChangesOfCountiesByTheMunicipalitiesThatWentOver() {
        assertThat(ListCodeChanges.ofCounties(REGISTER, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 1, 2)))
                .extracting(change -> change.oldCode() + " > " + change.newCode())
                .containsExactly("16 > 50", "17 > 50");
        var viken = REGISTER.counties().stream()
                .filter(county -> county.number().equals("30"))
                .findFirst()
                .orElseThrow();
        assertThat(ListCodeChanges.successors(REGISTER, viken))
                .extracting(step -> step.county().number())
                .contains("31", "32", "33");
        assertThat(ListCodeChanges.predecessors(REGISTER, viken))
                .extracting(step -> step.county().number())
                .contains("01", "02", "06");
    }

    @Test
    void tellsOfSingleMunicipalitiesThatCameToACountyOrLeftIt() {
        assertThat(went("15")).contains("50 2019-01-01 [1567]", "50 2020-01-01 [1571]");
        assertThat(went("18")).containsExactly("54 2020-01-01 [1852]");
        assertThat(went("14")).contains("15 2020-01-01 [1444]");
        assertThat(steps(ListCodeChanges.predecessors(REGISTER, county("15")))).containsExactly("14 2020-01-01 [1444]");
        assertThat(steps(ListCodeChanges.predecessors(REGISTER, county("50"))))
                .contains("15 2019-01-01 [1567]", "15 2020-01-01 [1571]");
        assertThat(ListCodeChanges.ofCounties(REGISTER, LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 2)))
                .as("no county ceased")
                .isEmpty();
    }

    private static List<String> went(String county) {
        return steps(ListCodeChanges.successors(REGISTER, county(county)));
    }

    private static List<String> steps(List<ListCodeChanges.CountyStep> steps) {
        return steps.stream()
                .map(step -> step.county().number() + " " + step.on() + " "
                        + step.municipalities().stream()
                                .map(listed -> listed.number().value())
                                .toList())
                .toList();
    }

    private static County county(String number) {
        return REGISTER.counties().stream()
                .filter(county -> county.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codeChanges(String from, String to) {
        return ListCodeChanges.ofMunicipalities(REGISTER, LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(row -> row.oldCode() + " " + row.oldName() + " > " + row.newCode() + " " + row.newName())
                .toList();
    }

    @Test
    void findsANameByItsBeginningHoweverItIsWritten() {
        assertThat(SearchName.matches("Ålesund", "aalesund")).isTrue();
        assertThat(SearchName.matches("Ålesund", "ÅLE")).isTrue();
        assertThat(SearchName.matches("Tønsberg", "tons")).isTrue();
        assertThat(SearchName.matches("Tønsberg", "toens")).isTrue();
        assertThat(SearchName.matches("Gáivuotna - Kåfjord - Kaivuono", "kafjord"))
                .isTrue();
        assertThat(SearchName.matches("Gáivuotna - Kåfjord - Kaivuono", "gaivu"))
                .isTrue();
        assertThat(SearchName.matches("Trondheim - Tråante", "heim")).isFalse();
    }

    private static NumberLookup find(String number, LocalDate date) {
        return REGISTER.find(new MunicipalityNumber(number), date);
    }

    private static List<String> successors(String number) {
        return find(number, TODAY) instanceof NumberLookup.Ceased ceased ? names(ceased.successors()) : List.of();
    }

    private static List<String> names(List<Listed> listed) {
        return listed.stream().map(one -> one.number() + " " + one.name()).toList();
    }

    @Test
    void leadsOnFromANameThatIsOfAnotherTime() {
        assertThat(atAnotherTime("skedsmo", TODAY)).containsExactly("0231 Skedsmo -> 3205 Lillestrøm");
        assertThat(atAnotherTime("haram", LocalDate.of(2021, 1, 1)))
                .containsExactly("1534 Haram -> 1507 Ålesund", "1580 Haram <- 1507 Ålesund");
        assertThat(atAnotherTime("Lillestrøm", LocalDate.of(2019, 1, 1)))
                .containsExactly("3030 Lillestrøm <- 0226 Sørum, 0227 Fet, 0231 Skedsmo");
        assertThat(atAnotherTime("trondheim", TODAY))
                .as("stands there under another number")
                .isEmpty();
        assertThat(atAnotherTime("ålesund", TODAY))
                .as("so does one of its successors")
                .isEmpty();
        assertThat(atAnotherTime("nowhere", TODAY)).isEmpty();
    }

    private static List<String> atAnotherTime(String name, LocalDate date) {
        return REGISTER.calledSoAtAnotherTime(listed -> SearchName.matches(listed.name(), name), date).stream()
                .map(lookup -> switch (lookup) {
                    case NumberLookup.Ceased(var number, var last, var on, var successors) ->
                        number + " " + last.name() + " -> " + named(successors);
                    case NumberLookup.NotYet(var number, var first, var from, var predecessors) ->
                        number + " " + first.name() + " <- " + named(predecessors);
                    case NumberLookup.Valid valid -> "stands there";
                    case NumberLookup.Unknown unknown -> "unknown";
                })
                .toList();
    }

    private static String named(List<Listed> several) {
        return several.stream()
                .map(listed -> listed.number() + " " + listed.name())
                .collect(Collectors.joining(", "));
    }
}
