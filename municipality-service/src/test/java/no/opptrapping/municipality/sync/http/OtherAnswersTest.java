package no.opptrapping.municipality.sync.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.LegalEntities.Standing;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of the sources' answers, and what is made of those that are not of them. */
class OtherAnswersTest {
    private static final Path SAMPLES = Path.of("src", "test", "resources", "sources");
    private static final Set<MunicipalityNumber> TWO =
            Set.of(new MunicipalityNumber("1508"), new MunicipalityNumber("1580"));

    @Test
    void readsAnswersOfTheSources() throws IOException, SourceFault {
        var oslo = JsonStat.read(sample("population-oslo.json"), 800_000, 10_000_000);
        assertThat(oslo.at(Map.of("Region", "0301", "Tid", "2026"))).contains(728_714L);
        var split = JsonStat.read(sample("population-haram.json"), 800_000, 10_000_000);
        assertThat(split.at(Map.of("Region", "1580", "Tid", "2023"))).isEmpty();
        assertThat(split.at(Map.of("Region", "1580", "Tid", "2024"))).contains(9_357L);

        assertThat(EntityAnswers.standing(sample("entity-registered.json"), new OrganisationNumber("940155223")))
                .isEqualTo(new Standing.Registered());
        assertThat(EntityAnswers.standing(sample("entity-deleted.json"), new OrganisationNumber("821227062")))
                .isEqualTo(new Standing.Deleted(Optional.of(LocalDate.of(2024, 11, 26))));
        assertThat(EntityAnswers.page(sample("entities-none.json"), 0).entities())
                .isEmpty();
        var directorate = sample("entities-of-another-kind.json");
        refused(() -> EntityAnswers.page(directorate, 0));

        var named = NameAnswers.read(sample("names.json"));
        assertThat(named.get(new MunicipalityNumber("0301")).names())
                .containsExactly(new OfficialNames.Name("Oslo", "Norwegian"));
        assertThat(named.get(new MunicipalityNumber("5426"))).satisfies(kafjord -> {
            assertThat(kafjord.samiArea()).isTrue();
            assertThat(kafjord.names())
                    .extracting(OfficialNames.Name::name)
                    .containsExactly("Gáivuotna", "Kåfjord", "Kaivuono");
        });
        assertThat(KlassAnswers.groups(sample("klass-groups.json")))
                .containsEntry(new MunicipalityNumber("1508"), "11");
    }

    @Test
    void addsUpTheAgesAndKnowsWhoHasNoFigure() throws SourceFault {
        var values = String.join(",", Collections.nCopies(106, "2")) + ","
                + String.join(",", Collections.nCopies(106, "null"));

        var population = PopulationAnswers.read(population("1508", "1580", 106, values), TWO);

        assertThat(population.year().getValue()).isEqualTo(2027);
        assertThat(population.values())
                .containsEntry("population", Map.of(new MunicipalityNumber("1508"), "212"))
                .containsEntry("population-0-17", Map.of(new MunicipalityNumber("1508"), "36"))
                .containsEntry("population-18-66", Map.of(new MunicipalityNumber("1508"), "98"))
                .containsEntry("population-67-plus", Map.of(new MunicipalityNumber("1508"), "78"));
    }

    @Test
    void refusesPopulationsThatCannotBe() {
        var all = Collections.nCopies(212, "2");

        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, joined(all, 7, "-1")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, joined(all, 7, "99999999")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, joined(all, 7, "1.5")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, joined(all, 7, "1e300")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, joined(all, 7, "\"2\"")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, joined(all, 7, "null")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1580", 106, "2,2,2"), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "1508", 106, joined(all, 0, "2")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "99999", 106, joined(all, 0, "2")), TWO));
        refused(() -> PopulationAnswers.read(population("1508", "0301", 106, joined(all, 0, "2")), TWO));
        refused(() -> PopulationAnswers.read(
                population("1508", "1580", 105, String.join(",", Collections.nCopies(210, "2"))), TWO));
        refused(() -> JsonStat.read(population("1508", "1580", 106, joined(all, 0, "2")), 100, 10));
    }

    @Test
    void asksInPartsThatKeepWithinTheLimitOfCells() {
        var numbers = new TreeSet<MunicipalityNumber>();
        IntStream.range(1000, 1357).forEach(number -> numbers.add(new MunicipalityNumber("" + number)));

        assertThat(PxWeb.parts(numbers, 800_000)).hasSize(1);
        assertThat(PxWeb.parts(numbers, 10_600)).hasSize(4).allMatch(part -> part.size() * 106 <= 10_600);
        assertThat(PxWeb.parts(numbers, 10_600).stream().mapToInt(Set::size).sum())
                .isEqualTo(357);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"page\":{\"totalElements\":1,\"totalPages\":1,\"number\":0}}",
                "{\"page\":{\"totalElements\":-1,\"totalPages\":1,\"number\":0}}",
                "{\"page\":{\"totalElements\":1,\"totalPages\":1,\"number\":5}}",
                "{\"page\":{\"totalElements\":1,\"totalPages\":99999,\"number\":0}}",
                "{\"_embedded\":{\"enheter\":[{\"organisasjonsnummer\":\"123456789\",\"navn\":\"OSLO KOMMUNE\",\"organisasjonsform\":{\"kode\":\"KOMM\"}}]},\"page\":{\"totalElements\":1,\"totalPages\":1,\"number\":0}}",
                "{\"_embedded\":{\"enheter\":[{\"organisasjonsnummer\":\"958935420\",\"navn\":\"<img src=x onerror=alert(1)>\",\"organisasjonsform\":{\"kode\":\"KOMM\"}}]},\"page\":{\"totalElements\":1,\"totalPages\":1,\"number\":0}}",
                "{\"_embedded\":{\"enheter\":[{\"organisasjonsnummer\":\"958935420\",\"navn\":\"OSLO KOMMUNE\",\"organisasjonsform\":{\"kode\":\"AS\"}}]},\"page\":{\"totalElements\":1,\"totalPages\":1,\"number\":0}}"
            })
    void refusesLegalEntitiesThatCannotBe(String text) {
        refused(() -> EntityAnswers.page(answer(text), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"kommuner\":[]}]",
                "[{\"kommuner\":[{\"kommunenummer\":\"55400\",\"gyldigeNavn\":[{\"navn\":\"A\",\"prioritet\":1,\"sprak\":\"Norwegian\"}],\"samiskForvaltningsomrade\":true}]}]",
                "[{\"kommuner\":[{\"kommunenummer\":\"5540\",\"gyldigeNavn\":[],\"samiskForvaltningsomrade\":true}]}]",
                "[{\"kommuner\":[{\"kommunenummer\":\"5540\",\"gyldigeNavn\":[{\"navn\":\"A\",\"prioritet\":1,\"sprak\":\"Norwegian\"}]}]}]",
                "[{\"kommuner\":[{\"kommunenummer\":\"5540\",\"gyldigeNavn\":[{\"navn\":\"<b>A\",\"prioritet\":1,\"sprak\":\"Norwegian\"}],\"samiskForvaltningsomrade\":true}]}]",
                "[{\"kommuner\":[{\"kommunenummer\":\"5540\",\"gyldigeNavn\":[{\"navn\":\"A\",\"prioritet\":1,\"sprak\":\"Norwegian\"},{\"navn\":\"B\",\"prioritet\":1,\"sprak\":\"Norwegian\"}],\"samiskForvaltningsomrade\":true}]}]"
            })
    void refusesNamesThatCannotBe(String text) {
        refused(() -> NameAnswers.read(answer(text)));
    }

    @Test
    void refusesCountiesAndGroupsThatCannotBe() {
        var from = LocalDate.of(2024, 1, 1);
        var to = LocalDate.of(2029, 1, 1);
        var oslo =
                "{\"code\":\"03\",\"name\":\"Oslo\",\"validFromInRequestedRange\":\"2024-01-01\",\"validToInRequestedRange\":\"2029-01-01\"}";

        refused(() -> KlassAnswers.counties(answer("{\"codes\":[]}"), from, to));
        refused(() -> KlassAnswers.counties(answer("{\"codes\":[" + oslo + "," + oslo + "]}"), from, to));
        refused(() -> KlassAnswers.counties(answer("{\"codes\":[" + oslo.replace("2029", "2039") + "]}"), from, to));
        refused(() ->
                KlassAnswers.counties(answer("{\"codes\":[" + oslo.replace("\"03\"", "\"003\"") + "]}"), from, to));
        refused(() -> KlassAnswers.groups(answer("{\"correspondenceItems\":[]}")));
        refused(() -> KlassAnswers.groups(
                answer("{\"correspondenceItems\":[{\"sourceCode\":\"0301\",\"targetCode\":\"13\"}]}")));
    }

    private static void refused(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.reason()).isEqualTo(Reason.UNEXPECTED_CONTENT));
    }

    private static String joined(List<String> values, int place, String other) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> index == place ? other : values.get(index))
                .collect(joining(","));
    }

    private static UntrustedNode population(String one, String other, int ages, String values) throws SourceFault {
        var index = IntStream.range(0, ages)
                .mapToObj(age -> "\"%03d%s\"".formatted(age, age == 105 ? "+" : ""))
                .collect(joining(",", "[", "]"));
        return answer("""
                {"version":"2.0","class":"dataset","id":["Region","Alder","ContentsCode","Tid"],"size":[2,%d,1,1],
                 "dimension":{"Region":{"category":{"index":["%s","%s"]}},"Alder":{"category":{"index":%s}},
                  "ContentsCode":{"category":{"index":{"Personer1":0}}},"Tid":{"category":{"index":{"2027":0}}}},
                 "value":[%s]}""".formatted(ages, one, other, index, values));
    }

    private static UntrustedNode sample(String file) throws IOException, SourceFault {
        return answer(Files.readString(SAMPLES.resolve(file)));
    }

    private static UntrustedNode answer(String text) throws SourceFault {
        return UntrustedNode.of(UntrustedJson.parse(text));
    }
}
