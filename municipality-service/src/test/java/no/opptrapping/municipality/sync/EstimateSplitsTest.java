package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a split that a source tells of, by the people who live there now and lived there before. */
class EstimateSplitsTest {
    private static final ReferenceEdition EDITION = ReadReferenceEdition.read();
    private static final LocalDate DAY = LocalDate.of(2028, 1, 1);

    /** Stokke 2017, Snillfjord and Tysfjord 2020, Ålesund 2024: found anew, each gets the shares that are registered. */
    @ParameterizedTest
    @ValueSource(strings = {"2017-01-01", "2020-01-01", "2024-01-01"})
    void givesTheSplitsOfThePastTheSharesThatAreRegistered(String date) throws SourceFault {
        var day = LocalDate.parse(date);
        var past = new RegisterOfThePast(EDITION.register(), day);
        var compare = new CompareStructure(past.changes());
        var lists = new HashMap<LocalDate, Set<MunicipalityNumber>>();
        compare.newDays(past.register()).forEach(one -> lists.put(one, past.list(one)));
        var found = compare.differences(past.register(), lists).stream()
                .filter(difference -> difference.on().equals(day))
                .toList();

        var estimated = new EstimateSplits(people(day.getYear() - 1), people(day.getYear()), Year.from(day)).of(found);

        assertThat(shares(estimated)).isNotEmpty().isEqualTo(registered(day));
        assertThat(estimated.stream()
                        .filter(difference -> difference.kind() == Kind.SPLIT)
                        .flatMap(split -> split.after().stream())
                        .map(Item::year))
                .containsOnly(Optional.of(Year.from(day)));
    }

    @Test
    void leavesASplitAloneOfWhichAFigureIsUnknownOrThatSharesASuccessorWithAnother() {
        var first = split("1508", "1509", "1510");
        var second = split("1511", "1510", "1512");
        var people = Map.of(number("1509"), 90L, number("1510"), 10L, number("1512"), 5L);

        assertThat(new EstimateSplits(Map.of(), people, Year.of(2028)).of(List.of(first, second)))
                .containsExactly(first, second);
        assertThat(new EstimateSplits(Map.of(), Map.of(number("1509"), 90L), Year.of(2028)).of(List.of(first)))
                .containsExactly(first);
        assertThat(shares(new EstimateSplits(Map.of(), people, Year.of(2028)).of(List.of(first))))
                .containsEntry("1509", new BigDecimal("0.9"))
                .containsEntry("1510", new BigDecimal("0.1"));
    }

    @Test
    void countsThePeopleOnTheFirstJanuaryOfTheNewStructure() {
        assertThat(EstimateSplits.counted(LocalDate.of(2028, 1, 1))).isEqualTo("2028-01-01");
        assertThat(EstimateSplits.counted(LocalDate.of(2028, 7, 1))).isEqualTo("2029-01-01");
    }

    private static Map<MunicipalityNumber, Long> people(int year) {
        var key = new ObservationKey("population", Year.of(year), LocalDate.of(year, 1, 1));
        var people = new HashMap<MunicipalityNumber, Long>();
        EDITION.observations().stream()
                .filter(set -> set.key().equals(key))
                .flatMap(set -> set.observations().stream())
                .forEach(one -> one.value().ifPresent(value -> people.put(one.number(), Long.valueOf(value))));
        return people;
    }

    private static Map<String, BigDecimal> registered(LocalDate day) {
        return EDITION.register().lineage().changes().stream()
                .filter(StructureChange.Split.class::isInstance)
                .map(StructureChange.Split.class::cast)
                .filter(split -> split.on().equals(day))
                .flatMap(split -> split.parts().stream())
                .collect(toMap(part -> part.successor().number().value(), EstimateSplitsTest::share));
    }

    private static BigDecimal share(SplitPart part) {
        return part.share().stripTrailingZeros();
    }

    private static Map<String, BigDecimal> shares(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> difference.kind() == Kind.SPLIT)
                .flatMap(split -> split.after().stream())
                .collect(toMap(Item::number, item -> new BigDecimal(item.value()).stripTrailingZeros()));
    }

    private static Difference split(String old, String... successors) {
        return new Difference(
                Kind.SPLIT,
                "",
                DAY,
                List.of(Item.of(old, "A")),
                List.of(successors).stream().map(number -> Item.of(number, "B")).toList());
    }

    private static MunicipalityNumber number(String number) {
        return new MunicipalityNumber(number);
    }
}
