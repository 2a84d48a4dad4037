package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.CodeChange.Named;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareStructureTest {
    private static final Register TODAYS = ReadReferenceEdition.read().register();
    private static final LocalDate LATER = LocalDate.of(2028, 1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"2012-01-02", "2015-01-01", "2018-01-01", "2020-01-01", "2024-01-01", "2026-01-01"})
    void bringsARegisterOfThePastUpToToday(String day) throws SourceFault {
        var past = new RegisterOfThePast(TODAYS, LocalDate.parse(day));
        var register = past.register();
        var compare = new CompareStructure(past.changes());
        var differences = compare.differences(register, lists(compare, past));

        assertThat(differences).isNotEmpty().allMatch(Difference::canBeAdopted);
        var caughtUp = new ApplyStructure(register)
                .with(differences, asItWas(differences))
                .register();
        assertThat(caughtUp.municipalities())
                .containsExactlyInAnyOrderElementsOf(TODAYS.municipalities().stream()
                        .map(CompareStructureTest::withoutOrganisationNumbers)
                        .toList());
        assertThat(caughtUp.lineage().changes().stream().map(CompareStructureTest::parties))
                .containsExactlyInAnyOrderElementsOf(TODAYS.lineage().changes().stream()
                        .map(CompareStructureTest::parties)
                        .toList());
        assertThat(compare.newDays(caughtUp)).isEmpty();
    }

    @Test
    void findsNothingNewInWhatIsRegistered() throws SourceFault {
        var past = new RegisterOfThePast(TODAYS, LocalDate.of(2012, 1, 2));

        assertThat(new CompareStructure(past.changes()).newDays(TODAYS)).isEmpty();
    }

    @Test
    void namesThePartsOfWhatIsSplit() throws SourceFault {
        var past = new RegisterOfThePast(TODAYS, LocalDate.of(2020, 1, 1));
        var compare = new CompareStructure(past.changes());

        assertThat(compare.differences(past.register(), lists(compare, past)).stream()
                        .filter(difference -> difference.kind() == Kind.SPLIT)
                        .map(difference -> numbers(difference.before()) + " > " + numbers(difference.after())))
                .containsExactlyInAnyOrder(
                        "[1850] > [1806, 1875]", "[5012] > [5055, 5056, 5059]", "[1507] > [1508, 1580]");
    }

    @Test
    void splitsAMunicipalityThatGoesOnUnderItsNumberWithoutAPart() throws SourceFault {
        var row = row("1508", "Ålesund", "1581", "Vigra");

        var found = differences(List.of(row), list(Set.of("1581"), Set.of()));

        assertThat(found).singleElement().satisfies(split -> {
            assertThat(split.kind()).isEqualTo(Kind.SPLIT);
            assertThat(numbers(split.before())).containsExactly("1508");
            assertThat(numbers(split.after())).containsExactly("1508", "1581");
        });
    }

    @Test
    void tellsOfAPartThatChangesBordersWithoutProposingAnything() throws SourceFault {
        var found =
                differences(List.of(row("3118", "Indre Østfold", "3207", "Nordre Follo")), list(Set.of(), Set.of()));

        assertThat(found).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.BORDER_ADJUSTMENT);
            assertThat(notice.canBeAdopted()).isFalse();
        });
    }

    @Test
    void tellsOfWhatItCannotExplain() throws SourceFault {
        var ceased = new CodeChange(
                Optional.of(new Named(new MunicipalityNumber("1151"), "Utsira")), Optional.empty(), LATER);
        var stranger = row("4399", "Ingensteds", "4398", "Ingensteds");
        var knownOtherwise = new CodeChange(
                Optional.of(new Named(new MunicipalityNumber("5012"), "Snillfjord")),
                Optional.of(new Named(new MunicipalityNumber("5014"), "Frøya")),
                LocalDate.of(2020, 1, 1));

        assertThat(differences(List.of(ceased, stranger), list(Set.of(), Set.of())))
                .extracting(Difference::kind)
                .containsExactly(Kind.UNEXPLAINED, Kind.UNEXPLAINED);
        var past = new RegisterOfThePast(TODAYS, LATER);
        assertThat(new CompareStructure(List.of(knownOtherwise))
                        .differences(TODAYS, Map.of(knownOtherwise.on(), past.list(knownOtherwise.on()))))
                .extracting(Difference::kind)
                .containsExactly(Kind.UNEXPLAINED);
    }

    @Test
    void refusesASourceWhoseListContradictsItsChanges() {
        var row = row("1151", "Utsira", "1152", "Utsira");

        assertThatThrownBy(() -> differences(List.of(row), list(Set.of(), Set.of())))
                .isInstanceOfSatisfying(SourceFault.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(SourceFault.Reason.CONTRADICTORY);
                    assertThat(fault.arguments().get("what")).contains("1152");
                });
    }

    @Test
    void endsTheOrganisationNumberOfWhoIsMergedAndKeepsThatOfWhoGoesOn() throws SourceFault {
        var rows = List.of(row("1859", "Flakstad", "1860", "Vestvågøy"));
        var found = differences(rows, list(Set.of(), Set.of("1859")));
        var result = new ApplyStructure(TODAYS).with(found, List.of());

        assertThat(result.changes()).singleElement().isInstanceOfSatisfying(StructureChange.Merger.class, merger -> {
            assertThat(merger.before())
                    .extracting(Party::number)
                    .extracting(MunicipalityNumber::value)
                    .containsExactly("1859", "1860");
            assertThat(merger.after().number().value()).isEqualTo("1860");
        });
        assertThat(result.municipalities()).hasSize(2).allSatisfy(municipality -> {
            var goesOn = municipality.latest().number().value().equals("1860");
            assertThat(municipality.ceasedOn().isEmpty()).isEqualTo(goesOn);
            assertThat(municipality.organisationNumbers())
                    .isNotEmpty()
                    .allMatch(held -> held.period().to().equals(municipality.ceasedOn()));
        });
    }

    private static List<Difference> differences(List<CodeChange> rows, Set<MunicipalityNumber> list)
            throws SourceFault {
        return new CompareStructure(rows).differences(TODAYS, Map.of(LATER, list));
    }

    private static CodeChange row(String old, String oldName, String next, String nextName) {
        return new CodeChange(
                Optional.of(new Named(new MunicipalityNumber(old), oldName)),
                Optional.of(new Named(new MunicipalityNumber(next), nextName)),
                LATER);
    }

    private static Set<MunicipalityNumber> list(Set<String> more, Set<String> less) {
        var list = new TreeSet<>(new RegisterOfThePast(TODAYS, LATER).list(LATER));
        more.forEach(number -> list.add(new MunicipalityNumber(number)));
        less.forEach(number -> list.remove(new MunicipalityNumber(number)));
        return list;
    }

    private static Map<LocalDate, Set<MunicipalityNumber>> lists(CompareStructure compare, RegisterOfThePast past) {
        var lists = new HashMap<LocalDate, Set<MunicipalityNumber>>();
        compare.newDays(past.register()).forEach(day -> lists.put(day, past.list(day)));
        return lists;
    }

    private static List<SplitDecision> asItWas(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> difference.kind() == Kind.SPLIT)
                .map(difference -> TODAYS.lineage().changes().stream()
                        .filter(StructureChange.Split.class::isInstance)
                        .map(StructureChange.Split.class::cast)
                        .filter(split -> split.before()
                                        .number()
                                        .value()
                                        .equals(difference.before().getFirst().number())
                                && split.on().equals(difference.on()))
                        .map(CompareStructureTest::decision)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static SplitDecision decision(StructureChange.Split split) {
        return new SplitDecision(
                split.on(),
                split.before().number(),
                split.parts().stream()
                        .filter(SplitPart::dutyBearer)
                        .map(part -> part.successor().number())
                        .findFirst()
                        .orElseThrow(),
                split.parts().stream().collect(toMap(part -> part.successor().number(), SplitPart::share)),
                ShareMethod.ESTIMATED);
    }

    /** A change without the reason of the duty-bearer, which is another when a person names it. */
    private static Object parties(StructureChange change) {
        return switch (change) {
            case StructureChange.Merger merger -> List.of(merger.on(), Set.copyOf(merger.before()), merger.after());
            case StructureChange.Split split ->
                List.of(
                        split.on(),
                        split.before(),
                        split.parts().stream()
                                .map(part ->
                                        List.of(part.successor(), part.share().stripTrailingZeros(), part.dutyBearer()))
                                .collect(toSet()));
        };
    }

    private static Municipality withoutOrganisationNumbers(Municipality municipality) {
        return new Municipality(municipality.id(), municipality.foundedOn(), municipality.versions(), List.of());
    }

    private static List<String> numbers(List<Difference.Item> items) {
        return items.stream().map(Difference.Item::number).toList();
    }
}
