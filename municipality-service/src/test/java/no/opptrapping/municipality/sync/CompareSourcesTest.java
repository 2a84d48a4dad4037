package no.opptrapping.municipality.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import no.opptrapping.municipality.indicators.ConvertObservations;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.municipality.sync.LegalEntities.Standing;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

class CompareSourcesTest {
    private static final Register REGISTER = ReadReferenceEdition.read().register();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2029, 1, 1);

    @Test
    void findsCountiesThatAreRenamedCeasedOrUnexplained() {
        var listed = new ArrayList<CountyCode>();
        REGISTER.countiesOn(TODAY)
                .forEach(county -> listed.add(new CountyCode(county.number(), county.name(), FROM, TO)));
        assertThat(new CompareCounties(REGISTER, FROM, TO).differences(listed)).isEmpty();

        listed.removeIf(
                county -> county.number().equals("39") || county.number().equals("40"));
        var day = LocalDate.of(2028, 1, 1);
        listed.add(new CountyCode("39", "Vestfold", FROM, day));
        listed.add(new CountyCode("39", "Vestfold - Vest", day, TO));
        listed.add(new CountyCode("40", "Telemark", FROM, day));
        listed.add(new CountyCode("21", "Svalbard", FROM, TO));

        assertThat(new CompareCounties(REGISTER, FROM, TO).differences(listed))
                .extracting(Difference::kind)
                .containsExactly(Kind.UNEXPLAINED, Kind.COUNTY_RENAMED, Kind.COUNTY_CEASED);
    }

    @Test
    void findsValuesThatAreNewChangedAndMissingAndKeepsTheMissingOnes() {
        var key = new ObservationKey("population", Year.of(2026), LocalDate.of(2026, 1, 1));
        var structure = REGISTER.validOn(key.structureDate());
        var first = new CompareValues(key, structure, Optional.empty());
        var source = new HashMap<MunicipalityNumber, String>();
        structure.stream().limit(3).map(Listed::number).forEach(number -> source.put(number, "100"));

        var news = first.differences(source);
        assertThat(news).hasSize(3).extracting(Difference::kind).containsOnly(Kind.VALUE_NEW);
        var kept = first.with(news);
        assertThat(kept.observations()).hasSameSizeAs(structure);

        source.remove(structure.get(0).number());
        source.put(structure.get(1).number(), "101");
        var second = new CompareValues(key, structure, Optional.of(kept));
        var changes = second.differences(source);
        assertThat(changes).extracting(Difference::kind).containsExactly(Kind.VALUE_MISSING, Kind.VALUE_CHANGED);
        assertThat(second.with(changes).total()).isEqualByComparingTo("301");
        assertThat(new CompareValues(key, structure, Optional.of(second.with(changes))).differences(source))
                .extracting(Difference::kind)
                .containsExactly(Kind.VALUE_MISSING);
    }

    /** Figures of last year come after the first of January too, when their municipalities may no longer be there. */
    @Test
    void replacesLastYearsPopulationInLastYearsStructureAlsoAfterAReform() {
        var reform = new Difference(
                Kind.MERGER,
                "",
                LocalDate.of(2027, 1, 1),
                List.of(Item.of("1859", "Flakstad"), Item.of("1860", "Vestvågøy")),
                List.of(Item.of("1860", "Vestvågøy")));
        var reformed =
                new ApplyStructure(REGISTER).with(List.of(reform), List.of()).register();
        var key = new ObservationKey("population", Year.of(2026), LocalDate.of(2026, 1, 1));
        var before = new CompareValues(key, reformed.validOn(key.structureDate()), Optional.empty());
        var source = new HashMap<MunicipalityNumber, String>();
        reformed.validOn(key.structureDate()).forEach(listed -> source.put(listed.number(), "100"));
        var registered = before.with(before.differences(source));
        source.put(new MunicipalityNumber("1859"), "90");

        var revision = new CompareValues(key, reformed.validOn(key.structureDate()), Optional.of(registered));
        var found = revision.differences(source);
        assertThat(found)
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.after()).containsExactly(new Item("1859", "Flakstad", "90")));

        var converted = new ConvertObservations(reformed, new NoPopulations())
                .to(LocalDate.of(2027, 1, 1), revision.with(found));
        assertThat(converted.total()).isEqualByComparingTo(revision.with(found).total());
        assertThat(converted.observations())
                .filteredOn(one -> one.number().value().equals("1860"))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).hasValue("190"));
    }

    /** Nobody is divided where municipalities are merged. */
    private static final class NoPopulations implements PopulationFigures {
        @Override
        public SortedSet<Year> years() {
            return new TreeSet<>();
        }

        @Override
        public Map<MunicipalityId, Long> on(Year year) {
            return Map.of();
        }
    }

    @Test
    void knowsALegalEntityByItsOfficeAndItsName() {
        assertThat(CompareOrganisationNumbers.isNamed("HERØY KOMMUNE", "Herøy")).isTrue();
        assertThat(CompareOrganisationNumbers.isNamed("KÅFJORD KOMMUNE", "Gáivuotna - Kåfjord - Kaivuono"))
                .isTrue();
        assertThat(CompareOrganisationNumbers.isNamed(
                        "GUOVDAGEAINNU SUOHKAN KAUTOKEINO KOMMUNE", "Guovdageaidnu - Kautokeino"))
                .isTrue();
        assertThat(CompareOrganisationNumbers.isNamed("ULLENSVANG HERAD", "Ullensvang"))
                .isTrue();
        assertThat(CompareOrganisationNumbers.isNamed("OSLO KOMMUNE", "Bergen")).isFalse();
        assertThat(CompareOrganisationNumbers.isNamed("KOMMUNE", "Bergen")).isFalse();
    }

    @Test
    void findsWhichOrganisationNumbersAreNewGoneAndAnothers() {
        var entities = new ArrayList<LegalEntity>();
        for (var listed : REGISTER.validOn(TODAY)) {
            listed.municipality()
                    .organisationNumberOn(TODAY)
                    .filter(number -> !listed.number().value().equals("1144"))
                    .ifPresent(number -> entities.add(
                            new LegalEntity(number, listed.name() + " KOMMUNE", Optional.of(listed.number()))));
        }
        var lost = new CompareOrganisationNumbers(REGISTER, TODAY, entities);
        assertThat(lost.lost()).containsExactly(new OrganisationNumber("964979634"));
        Map<OrganisationNumber, Standing> gone =
                Map.of(new OrganisationNumber("964979634"), new Standing.Deleted(Optional.empty()));
        assertThat(lost.differences(gone))
                .singleElement()
                .satisfies(ceased -> assertThat(ceased.kind()).isEqualTo(Kind.ORGANISATION_NUMBER_CEASED));

        entities.add(new LegalEntity(
                new OrganisationNumber("932097400"), "HARAM KOMMUNE", Optional.of(new MunicipalityNumber("1580"))));
        entities.add(new LegalEntity(
                new OrganisationNumber("958935420"), "KVITSØY KOMMUNE", Optional.of(new MunicipalityNumber("1144"))));
        assertThat(new CompareOrganisationNumbers(REGISTER, TODAY, entities).differences(Map.of()))
                .extracting(Difference::kind)
                .containsExactly(Kind.UNEXPLAINED, Kind.ORGANISATION_NUMBER_NEW);
    }

    @Test
    void findsNamesAndTheSamiAreaThatAreNewOrChanged() {
        var listed = REGISTER.validOn(TODAY).stream()
                .filter(one -> one.number().value().equals("5540"))
                .toList();
        var number = new MunicipalityNumber("5540");
        var norwegian = new OfficialNames(List.of(new OfficialNames.Name("Kåfjord", "Norwegian")), false);
        var all = new OfficialNames(
                List.of(
                        new OfficialNames.Name("Gáivuotna", "Northern Sami"),
                        new OfficialNames.Name("Kåfjord", "Norwegian")),
                true);

        assertThat(new CompareNames(listed, TODAY, Map.of()).differences(Map.of(number, norwegian)))
                .extracting(Difference::kind)
                .containsExactly(Kind.NAMES_NEW);
        assertThat(new CompareNames(listed, TODAY, Map.of(listed.getFirst().id(), norwegian))
                        .differences(Map.of(number, all)))
                .extracting(Difference::kind)
                .containsExactly(Kind.NAMES_CHANGED, Kind.SAMI_AREA_CHANGED);
        assertThat(new CompareNames(listed, TODAY, Map.of(listed.getFirst().id(), all))
                        .differences(Map.of(number, all)))
                .isEmpty();
        assertThat(new CompareNames(listed, TODAY, Map.of()).differences(Map.of()))
                .extracting(Difference::kind)
                .containsExactly(Kind.UNEXPLAINED);
    }
}
